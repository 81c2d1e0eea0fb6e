import { useElementSize } from '@mantine/hooks'
import { useId } from 'react'
import { formatAmount } from '../../../shared/rules/money.ts'
import classes from './chart.module.css'
import { axisMarks, type Frame, markedBars, stackedOutlines } from './chart-scale.ts'

interface StackedBarsProps {
  /** The names of the two parts, from the bottom up. */
  readonly parts: readonly [string, string]
  /** Each bar's two parts, sen. */
  readonly bars: readonly (readonly [number, number])[]
  /** Below the bars: what is counted there, *angsuran ke*. */
  readonly below: string
  /** The highest bar, sen, where two charts are to be compared; else the highest of its own. */
  readonly most?: number
  /** What the chart shows, in words: it is the whole chart for those who do not see it. */
  readonly label: string
}

/** The height of the drawing, in rem. */
const [heightRem, belowRem, aboveRem] = [13, 2.75, 0.75]

/** Money in two parts over time. One part is dark, the other hatched, so that it reads in black and white. */
export function StackedBars({ parts, bars, below, most, label }: StackedBarsProps) {
  const { ref, width } = useElementSize()
  const hatching = useId()
  const rem = Number(getComputedStyle(document.documentElement).fontSize.replace('px', ''))
  const marks = axisMarks(most ?? Math.max(...bars.map(([first, second]) => first + second)))
  const left = Math.max(...marks.map((mark) => formatAmount(mark).length)) * 0.56 * rem + 8
  const height = heightRem * rem
  const frame: Frame = {
    left,
    top: aboveRem * rem,
    width: Math.max(0, width - left - rem),
    height: height - (aboveRem + belowRem) * rem,
  }
  const top = marks.at(-1) ?? 0
  const [lower, upper] = stackedOutlines(bars, top, frame)
  const slot = frame.width / Math.max(1, bars.length)
  return (
    <figure className={classes.chart}>
      <figcaption className={classes.legend} aria-hidden="true">
        <span>
          <i className={classes.solid} />
          {parts[0]}
        </span>
        <span>
          <i className={classes.hatched} />
          {parts[1]}
        </span>
      </figcaption>
      <div ref={ref}>
        {width > 0 && (
          <svg width={width} height={height} role="img" aria-label={label}>
            <defs>
              <pattern id={hatching} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="5" height="5" className={classes.ground} />
                <rect width="1.75" height="5" className={classes.stroke} />
              </pattern>
            </defs>
            <Axis marks={marks} frame={frame} />
            <path d={lower} className={classes.lower} />
            <path
              d={upper}
              className={classes.upper}
              style={{ fill: `url(#${hatching})`, strokeWidth: slot < 6 ? 0 : 0.75 }}
            />
            {markedBars(bars.length, Math.max(2, Math.floor(frame.width / (2.5 * rem)))).map((n) => (
              <text key={n} x={left + (n - 0.5) * slot} y={height - 1.5 * rem} textAnchor="middle">
                {n}
              </text>
            ))}
            <text x={left + frame.width / 2} y={height - 0.25 * rem} textAnchor="middle">
              {below}
            </text>
          </svg>
        )}
      </div>
    </figure>
  )
}

function Axis({ marks, frame }: { readonly marks: readonly number[]; readonly frame: Frame }) {
  const { left, top, width, height } = frame
  const highest = marks.at(-1) ?? 0
  return marks.map((mark) => {
    const y = top + height - (highest === 0 ? 0 : (mark / highest) * height)
    return (
      <g key={mark}>
        <line x1={left} x2={left + width} y1={y} y2={y} className={mark === 0 ? classes.base : classes.line} />
        <text x={left - 6} y={y} dominantBaseline="middle" textAnchor="end">
          {formatAmount(mark)}
        </text>
      </g>
    )
  })
}
