import { t } from '../../messages.ts'
import { useScan } from '../../stores/scan.ts'
import { useShown } from '../use-shown.ts'
import { Labelling } from './labelling.tsx'
import { NewScan } from './new-scan.tsx'
import './quick-scan.css'
import { ScanDone } from './scan-done.tsx'

/** Cards without people: each gets a label to be written on it, and is handed out some other time. */
export default function QuickScan() {
  const view = useScan((desk) => desk.view)
  useShown('quick-scan')
  return (
    <div className="page scan-page">
      <h1 className="visually-hidden">{t.scan.title}</h1>
      {view === null && <NewScan />}
      {view !== null &&
        (view.endedAt === null ? <Labelling view={view} /> : <ScanDone view={view} />)}
    </div>
  )
}
