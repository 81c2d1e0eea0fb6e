import { UnstyledButton } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import type { KeyboardEvent } from 'react'
import { formatRupiah } from '../../../shared/rules/money.ts'
import { orpc } from '../../app/queries.ts'
import { useText } from '../../ui/text.ts'
import type { Loan } from './loan-words.ts'
import classes from './loans.module.css'

/** The states a list is looked at by, as loans go through them. */
const states: readonly Loan['state'][] = [
  ...(['disbursed', 'applied', 'approved', 'settled'] as const),
  ...(['restructured', 'written_off', 'rejected'] as const),
]

/** Arrows go from one state to the next and show it. */
function goAlong(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button.matches(':focus'))
  if (step === undefined || at === -1) return
  event.preventDefault()
  const next = buttons.at((at + step) % buttons.length)
  next?.focus()
  next?.click()
}

interface StateTotalsProps {
  readonly chosen: Loan['state'] | undefined
  readonly onChoose: (state: Loan['state'] | undefined) => void
}

/** How many loans stand where, and what is owed on them; choosing one shows only those. */
export function StateTotals({ chosen, onChoose }: StateTotalsProps) {
  const { t } = useText()
  const shown = [...states, undefined]
  const totals = useQueries({
    queries: shown.map((state) =>
      orpc.loans.list.queryOptions({ input: { limit: 1, ...(state !== undefined && { state }) } }),
    ),
  })
  return (
    <div className={classes.states} role="group" aria-label={t(($) => $.loans.list.states)} onKeyDown={goAlong}>
      {shown.map((state, index) => {
        const found = totals[index]?.data?.totals
        const owes = state === undefined || state === 'disbursed'
        return (
          <UnstyledButton
            key={state ?? ''}
            className={classes.state}
            aria-pressed={chosen === state}
            onClick={() => onChoose(state)}
          >
            <span className={classes.stateName}>
              {state === undefined ? t(($) => $.loans.list.all) : t(($) => $.loans.state[state])}
            </span>
            <span className={classes.stateTotal}>
              {found === undefined ? '…' : t(($) => $.loans.list.count, { count: found.loans })}
            </span>
            {owes && found !== undefined && <span>{formatRupiah(found.outstanding)}</span>}
          </UnstyledButton>
        )
      })}
    </div>
  )
}
