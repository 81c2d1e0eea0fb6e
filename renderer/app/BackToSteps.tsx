import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { formatMonth } from '../../shared/calendar.ts'
import { useText } from '../ui/text.ts'
import { useStepsLeft } from './way-back.ts'

/** The way back to the steps of a month or a year, on every screen that a step leads to. */
export function BackToSteps() {
  const { t, language } = useText()
  const left = useStepsLeft()
  if (left === undefined) return null
  return (
    <Anchor component={Link} to={left.address} underline="always" display="inline-block" mb="sm">
      <span aria-hidden="true">← </span>
      {'month' in left
        ? t(($) => $.app.back.month, { month: formatMonth(left.month, language) })
        : t(($) => $.app.back.year, { year: left.year })}
    </Anchor>
  )
}
