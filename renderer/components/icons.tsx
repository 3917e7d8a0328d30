/** Drawn on a 16-pixel grid with the colour of the text around them; they never speak for themselves. */
const paths = {
  account:
    'M8 8.2a2.9 2.9 0 1 0 0-5.8 2.9 2.9 0 0 0 0 5.8ZM2.6 14c.5-2.7 2.6-4.2 5.4-4.2s4.9 1.5 5.4 4.2',
  attention: 'M8 2.2 14.4 13.4H1.6L8 2.2ZM8 6.6v3.2M8 11.4v.6',
  card: 'M1.8 3.6h12.4v8.8H1.8zM1.8 6.4h12.4M4 10h3',
  check: 'm3 8.4 3.2 3.2L13 4.8',
  chevron: 'm6 3.6 4.4 4.4L6 12.4',
  cloud: 'M4.6 12.6a3 3 0 0 1-.3-6 4 4 0 0 1 7.6.8 2.6 2.6 0 0 1-.2 5.2H4.6Z',
  'cloud-off':
    'M5 5.6a3.6 3.6 0 0 0-.7 1 3 3 0 0 0 .3 6h6.8M7 4a4 4 0 0 1 4.9 3.4 2.6 2.6 0 0 1 1.6 4.3M2 2l12 12',
  computer: 'M2 3h12v8H2zM5.6 13.8h4.8M8 11v2.8',
  first: 'M11.6 3.6 7.2 8l4.4 4.4M4.4 3.6v8.8',
  last: 'M4.4 3.6 8.8 8l-4.4 4.4M11.6 3.6v8.8',
  next: 'm6 3.6 4.4 4.4L6 12.4',
  previous: 'M10 3.6 5.6 8l4.4 4.4',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.8V8l2.2 1.6',
  close: 'm4 4 8 8M12 4l-8 8',
  eye: 'M1.4 8S3.8 3.8 8 3.8 14.6 8 14.6 8 12.2 12.2 8 12.2 1.4 8 1.4 8ZM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z',
  'group-add':
    'M6 7.6a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM1.4 13.4c.4-2.4 2.2-3.8 4.6-3.8 1.4 0 2.6.5 3.4 1.3M12.4 9.2v5M9.9 11.7h5',
  key: 'M5 13.4a2.9 2.9 0 1 0 0-5.8 2.9 2.9 0 0 0 0 5.8ZM7.2 8.6 13.4 2.4M10.4 5.4l2.4 2.4M12 3.8l1.6 1.6',
  link: 'M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.4-2.4a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.1 9.2a2.6 2.6 0 0 0 3.7 3.7l.9-.9',
  lock: 'M3.4 7.2h9.2v6.4H3.4zM5.2 7.2V5a2.8 2.8 0 0 1 5.6 0v2.2M8 9.6v1.6',
  mail: 'M1.8 3.6h12.4v8.8H1.8zM2 4l6 4.8L14 4',
  'mail-off': 'M1.8 3.6h12.4v8.8H1.8zM5.6 6.4l4.8 3.6M10.4 6.4 5.6 10',
  reader: 'M3 2.6h10v10.8H3zM5.8 6.2a3.4 3.4 0 0 1 4.4 0M6.9 8a1.8 1.8 0 0 1 2.2 0M8 10v.6',
  resend: 'M13.4 6.6A5.6 5.6 0 0 0 3.2 5M2.6 9.4A5.6 5.6 0 0 0 12.8 11M3 2.2V5h2.8M13 13.8V11h-2.8',
  search: 'M7 11.6A4.6 4.6 0 1 0 7 2.4a4.6 4.6 0 0 0 0 9.2ZM10.4 10.4 14 14',
  sending: 'M8 13V3.4M4 7.2l4-4 4 4',
  'sort-down': 'm4.4 6.4 3.6 3.6 3.6-3.6',
  'sort-up': 'm4.4 9.6 3.6-3.6 3.6 3.6',
  trash: 'M2.6 4.2h10.8M6 4V2.4h4V4M4 4.4l.6 9.2h6.8l.6-9.2M6.6 7v4M9.4 7v4',
  users:
    'M6 7.6a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM1.4 13.4c.4-2.4 2.2-3.8 4.6-3.8s4.2 1.4 4.6 3.8M10.4 2.9a2.4 2.4 0 0 1 0 4.4M12.4 9.9c1.2.6 2 1.8 2.3 3.5',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
