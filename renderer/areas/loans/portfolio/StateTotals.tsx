import { UnstyledButton } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah, sumSen } from '../../../../shared/rules/money.ts'
import { useText } from '../../../ui/text.ts'
import type { Loan } from '../loan-words.ts'
import classes from '../loans.module.css'

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
  /** Of what is searched for; undefined while nothing was answered. */
  readonly totals: Answers['loans']['list']['totals'] | undefined
  readonly chosen: Loan['state'] | undefined
  readonly onChoose: (state: Loan['state'] | undefined) => void
}

/** How many loans stand where, and what is owed on them; choosing one shows only those. Empty states take no room. */
export function StateTotals({ totals, chosen, onChoose }: StateTotalsProps) {
  const { t } = useText()
  const found = new Map(totals?.byState.map((own) => [own.state, own]))
  const shown = states.filter((state) => state === 'disbursed' || state === chosen || found.has(state))
  const all = [...found.values()]
  const whole = {
    loans: all.reduce((sum, { loans }) => sum + loans, 0),
    outstanding: sumSen(all.map(({ outstanding }) => outstanding)),
  }
  return (
    <div className={classes.states} role="group" aria-label={t(($) => $.loans.list.states)} onKeyDown={goAlong}>
      {[...shown, undefined].map((state) => {
        const own = state === undefined ? whole : (found.get(state) ?? { loans: 0, outstanding: 0 })
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
              {totals === undefined ? '…' : t(($) => $.loans.list.count, { count: own.loans })}
            </span>
            {owes && totals !== undefined && <span>{formatRupiah(own.outstanding)}</span>}
          </UnstyledButton>
        )
      })}
    </div>
  )
}
