import classes from './display.module.css'
import { sparklinePath } from './sparkline-path.ts'

interface SparklineProps {
  readonly values: readonly number[]
  /** What the line shows, in words: it is the whole chart for those who do not see it. */
  readonly label: string
}

const [width, height] = [140, 36]

/** A small line without axes: only the way things go. One colour, so that it reads in black and white. */
export function Sparkline({ values, label }: SparklineProps) {
  if (values.length < 2) return null
  return (
    <svg
      className={classes.sparkline}
      viewBox={`-2 -3 ${width + 4} ${height + 6}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path d={sparklinePath(values, width, height)} />
    </svg>
  )
}
