import './giant.css'

/** Words to be read from two metres; each begins a line. */
export function Giant({ id, lines }: { readonly id?: string; readonly lines: readonly string[] }) {
  const shown = lines.filter((line) => line !== '')
  const words = shown.flatMap((line) => line.split(/[\s-]+/))
  const letters = Math.max(1, ...words.map((word) => word.length))
  return (
    <h2
      id={id}
      className="giant"
      ref={(shape) => shape?.style.setProperty('--letters', `${letters}`)}
    >
      {shown.map((line, index) => (
        <span key={index}>{line} </span>
      ))}
    </h2>
  )
}
