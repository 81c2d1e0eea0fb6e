import { UnstyledButton } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
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

interface StateTotalsProps {
  readonly chosen: Loan['state'] | undefined
  readonly onChoose: (state: Loan['state'] | undefined) => void
}

/** How many loans stand where, and what is owed on them; choosing one shows only those. */
export function StateTotals({ chosen, onChoose }: StateTotalsProps) {
  const { t } = useText()
  const shown = [undefined, ...states]
  const totals = useQueries({
    queries: shown.map((state) =>
      orpc.loans.list.queryOptions({ input: { limit: 1, ...(state !== undefined && { state }) } }),
    ),
  })
  return (
    <div className={classes.states} role="group" aria-label={t(($) => $.loans.list.states)}>
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
