import { Icon } from './icons.tsx'
import './table.css'

type Props = {
  readonly text: string
  readonly className?: string
  /** Whether the table is in the order of this column, and which way. */
  readonly order: 'ascending' | 'descending' | 'none'
  /** Absent: the table cannot be put into the order of this column. */
  readonly onSort?: (() => void) | undefined
}

/** The head of a column, which puts the table into its order. */
export function SortHead({ text, className, order, onSort }: Props) {
  if (onSort === undefined) {
    return (
      <th scope="col" className={className}>
        {text}
      </th>
    )
  }
  return (
    <th scope="col" className={className} aria-sort={order}>
      <button type="button" onClick={onSort}>
        {text}
        <span className="table-sort" data-active={order !== 'none' || undefined}>
          <Icon name={order === 'descending' ? 'sort-down' : 'sort-up'} />
        </span>
      </button>
    </th>
  )
}
