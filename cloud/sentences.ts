import type { StartRefusal } from './main.ts'

type Where = { readonly dataDir: string; readonly port?: number; readonly host?: string }

/** What happened, what is safe, what to do: for the operator at a terminal. */
export function sentenceFor(code: StartRefusal, { dataDir, port, host }: Where): string {
  const safe = 'Nothing was changed.'
  switch (code) {
    case 'read-only':
      return `The folder ${dataDir} cannot be written. ${safe} Give this user the right to write there, or choose another folder with --data.`
    case 'database-damaged':
      return `The database in ${dataDir} is damaged. ${safe} Put back a backup of cloud.sqlite, or choose another folder with --data.`
    case 'database-newer':
      return `The database in ${dataDir} was written by a newer version of the cloud. ${safe} Use that version.`
    case 'not-durable':
      return `The database in ${dataDir} does not keep what it is told to keep, so nothing is accepted. ${safe} Choose a local disk with --data.`
    case 'disk-full':
      return `The disk of ${dataDir} is full or fails. ${safe} Make room, or choose another folder with --data.`
    case 'in-use':
      return `The database in ${dataDir} is held by another program. ${safe} Stop that program and try again.`
    case 'database-away':
      return `The database of DATABASE_URL cannot be reached. ${safe} Start PostgreSQL, or correct host and port.`
    case 'database-refused':
      return `The database of DATABASE_URL does not let this cloud in. ${safe} Correct user, password and the database's name, or give this user the right to make tables there.`
    case 'port-in-use':
      return `Port ${port} is taken by another program. ${safe} Choose another one with --port, or 0 for any free port.`
    case 'address-unusable':
      return `This computer cannot listen on ${host}, port ${port}. ${safe} Choose another --host or --port.`
    case 'not-empty':
      return `The cloud in ${dataDir} has real accounts, so it gets no demo. ${safe} Choose an empty folder with --data, or leave out --demo.`
  }
}
