import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useText } from '../../../ui/text.ts'
import { journalOf, linkOf } from './step-links.ts'
import { periodName, type Step } from './use-step-words.ts'

interface StepActionProps {
  readonly step: Step
  /** The month or year whose steps these are. */
  readonly period: string
  /** Asks what is done in the list itself. */
  readonly onAsk: (step: Step) => void
}

const askedHere: ReadonlySet<string> = new Set(['bank', 'adjustments', 'year_adjustments', 'lock', 'close'])
const saidAgain: ReadonlySet<string> = new Set(['bank', 'adjustments', 'year_adjustments'])

/** The one button of a step: to the screen that does it, or the question that does it here. */
export function StepAction({ step, period, onAsk }: StepActionProps) {
  const { t, language } = useText()
  const { key, state } = step
  const isLeft = state === 'open' || state === 'changed'
  const named = { period: step.period === null ? '' : periodName(step.period, language) }
  if (askedHere.has(key)) {
    const isSaid = state === 'done' && saidAgain.has(key)
    if (!isLeft && !isSaid) return null
    return (
      <>
        <Button variant={isSaid ? 'subtle' : 'filled'} size="sm" onClick={() => onAsk(step)}>
          {isSaid ? t(($) => $.closing.steps.again) : t(($) => $.closing.steps.action[key], named)}
        </Button>
        {!isSaid && key !== 'bank' && saidAgain.has(key) && (
          <Button component={Link} to={journalOf(period)} variant="default" size="sm">
            {t(($) => $.closing.steps.journal)}
          </Button>
        )}
      </>
    )
  }
  const link = linkOf(step, period)
  if (!isLeft || link === undefined) return null
  return (
    <Button component={Link} to={link} variant="default" size="sm">
      {t(($) => $.closing.steps.action[key], named)}
    </Button>
  )
}
