import { Anchor, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { withBack } from '../../../app/way-back.ts'
import { useText } from '../../../ui/text.ts'
import classes from '../closing.module.css'
import { type Checklist, periodName, type Step, useStepWords } from './use-step-words.ts'

/** What stands before the word, so that a state is seen at a glance also in black and white. */
const symbols: Readonly<Record<Step['state'], string>> = {
  ...{ done: '✓', open: '', changed: '!', missed: '✕', not_needed: '–', not_yet: '…' },
}

interface StepListProps {
  readonly checklist: Checklist
  /** What can be done about a step. */
  readonly action: (step: Step) => ReactNode
}

/** The steps in their order, each with its state in a word and a sign, who did it and what to do now. */
export function StepList({ checklist: { period, steps, left }, action }: StepListProps) {
  const { t, language } = useText()
  const named = { period: periodName(period, language) }
  const isAllDone = steps.every(({ state }) => state !== 'not_yet')
  return (
    <>
      <Text fw={600} mb="xs" role="status">
        {left > 0 ? t(($) => $.closing.left, { left }) : t(($) => $.closing[isAllDone ? 'ready' : 'nothingNow'])}
      </Text>
      <ol className={classes.steps} aria-label={t(($) => $.closing.steps.list, named)}>
        {steps.map((step) => (
          <StepLine key={`${step.key} ${step.account?.code}`} step={step} period={period} action={action(step)} />
        ))}
      </ol>
    </>
  )
}

interface StepLineProps {
  readonly step: Step
  readonly period: string
  readonly action: ReactNode
}

function StepLine({ step, period, action }: StepLineProps) {
  const { t } = useText()
  const words = useStepWords()
  const { state, entryId, voucher } = step
  const isLeft = state === 'open' || state === 'changed'
  return (
    <li data-left={isLeft || undefined} data-step={step.key}>
      <span className={classes.state}>
        <i data-state={state} aria-hidden="true">
          {symbols[state]}
        </i>
        {t(($) => $.closing.steps.state[state])}
      </span>
      <div>
        <Text fw={600}>{words.title(step)}</Text>
        {words.sentences(step).map((sentence) => (
          <Text key={sentence} size="sm">
            {sentence}
          </Text>
        ))}
        {entryId !== null && voucher !== null && (
          <Anchor component={Link} to={withBack(`/books/entry/${entryId}`, period)} size="sm" underline="always">
            {t(($) => $.closing.steps.opens, { voucher })}
          </Anchor>
        )}
      </div>
      <div className={classes.actions}>{action}</div>
    </li>
  )
}
