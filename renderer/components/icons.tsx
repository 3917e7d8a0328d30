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
  sending: 'M8 13V3.4M4 7.2l4-4 4 4',
  'sort-down': 'm4.4 6.4 3.6 3.6 3.6-3.6',
  'sort-up': 'm4.4 9.6 3.6-3.6 3.6 3.6',
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
