import { formatAmount } from '../../../shared/rules/money.ts'
import classes from './chart.module.css'

export interface NamedBar {
  readonly name: string
  /** One for each of the parts, sen. */
  readonly amounts: readonly number[]
}

interface NamedBarsProps {
  readonly label: string
  readonly bars: readonly NamedBar[]
  /** What the first and the second bar of each name are; one where nothing is compared. */
  readonly parts: readonly string[]
}

/** Amounts side by side, each with its name: the first dark, the second hatched, so that it reads in black and white. */
export function NamedBars({ label, bars, parts }: NamedBarsProps) {
  const most = Math.max(1, ...bars.flatMap(({ amounts }) => amounts))
  return (
    <figure className={classes.chart} aria-label={label}>
      {parts.length > 1 && (
        <figcaption className={classes.legend}>
          {parts.map((part, index) => (
            <span key={part}>
              <i className={index === 0 ? classes.solid : classes.hatched} />
              {part}
            </span>
          ))}
        </figcaption>
      )}
      <ul className={classes.named}>
        {bars.map(({ name, amounts }) => (
          <li key={name}>
            <span>{name}</span>
            <div>
              {amounts.map((amount, index) => (
                <div key={parts[index]} className={classes.bar}>
                  <i
                    className={index === 0 ? classes.solid : classes.hatched}
                    style={{ flexGrow: Math.max(0, amount) / most }}
                  />
                  <span>{formatAmount(amount)}</span>
                  <span style={{ flexGrow: 1 - Math.max(0, amount) / most }} />
                </div>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </figure>
  )
}
