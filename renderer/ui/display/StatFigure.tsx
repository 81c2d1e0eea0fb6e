import { Paper, Text } from '@mantine/core'
import { useText } from '../text.ts'
import classes from './display.module.css'
import { Sparkline } from './Sparkline.tsx'

interface StatFigureProps {
  readonly label: string
  readonly value: number
  readonly before: number
  readonly series: readonly number[]
  /** How a value is written: rupiah or people. */
  readonly format: (value: number) => string
}

/** One figure with the way it went: number first, change in words, line last. */
export function StatFigure({ label, value, before, series, format }: StatFigureProps) {
  const { t } = useText()
  const change = value - before
  const words =
    change === 0
      ? t(($) => $.ui.figure.same)
      : change > 0
        ? t(($) => $.ui.figure.up, { change: format(change) })
        : t(($) => $.ui.figure.down, { change: format(-change) })
  const [first, last] = [series[0], series.at(-1)]
  return (
    <Paper withBorder p="md" radius="md">
      <div className={classes.box}>
        <Text size="sm" c="gray.7">
          {label}
        </Text>
        <Text fw={650} className={classes.figure} style={{ '--figure-length': format(value).length }}>
          {format(value)}
        </Text>
        <Text size="sm" c="gray.7">
          {words}
        </Text>
        {first !== undefined && last !== undefined && (
          <Sparkline
            values={series}
            label={t(($) => $.ui.figure.chart, { label, first: format(first), last: format(last) })}
          />
        )}
      </div>
    </Paper>
  )
}
