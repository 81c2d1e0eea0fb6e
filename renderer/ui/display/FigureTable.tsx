import classes from './display.module.css'

export interface FigureLine {
  readonly title: string
  /** One for each head, or the only one; as they are read. */
  readonly figures: readonly string[]
  /** The line that all others lead to. */
  readonly isStrong?: boolean
}

interface FigureTableProps {
  readonly label: string
  readonly lines: readonly FigureLine[]
  /** What the lines are, and the name of each column; left out where there is one column. */
  readonly heads?: { readonly line: string; readonly columns: readonly string[] }
}

/** A few figures, each with its name before it: a quote, a split, two ways side by side. */
export function FigureTable({ label, lines, heads }: FigureTableProps) {
  return (
    <table className={classes.figures} aria-label={label}>
      {heads && (
        <thead>
          <tr>
            <th scope="col">{heads.line}</th>
            {heads.columns.map((head) => (
              <th key={head} scope="col" data-right>
                {head}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {lines.map(({ title, figures, isStrong }) => (
          <tr key={title} data-strong={isStrong || undefined}>
            <th scope="row">{title}</th>
            {figures.map((figure, index) => (
              <td key={heads?.columns[index] ?? title} data-right>
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
