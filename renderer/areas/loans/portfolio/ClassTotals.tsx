import { UnstyledButton } from '@mantine/core'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { useText } from '../../../ui/text.ts'
import classes from '../loans.module.css'

type Totals = Answers['loans']['classify']['totals']
export type LoanClass = Totals['byClass'][number]['class']

interface ClassTotalsProps {
  readonly totals: Totals
  readonly chosen: LoanClass | undefined
  readonly onChoose: (loanClass: LoanClass | undefined) => void
}

/** How many loans are how sound, and what is owed on them; choosing a class shows only its loans. */
export function ClassTotals({ totals, chosen, onChoose }: ClassTotalsProps) {
  const { t } = useText()
  const tiles = [{ class: undefined, ...totals }, ...totals.byClass]
  return (
    <div className={classes.states} role="group" aria-label={t(($) => $.loans.classes.groups)}>
      {tiles.map((tile) => (
        <UnstyledButton
          key={tile.class ?? ''}
          className={classes.state}
          aria-pressed={chosen === tile.class}
          onClick={() => onChoose(tile.class)}
        >
          <span className={classes.stateName}>
            {tile.class === undefined ? t(($) => $.loans.classes.all) : t(($) => $.loans.class[tile.class])}
          </span>
          <span className={classes.stateTotal}>{t(($) => $.loans.classes.count, { count: tile.loans })}</span>
          <span>{formatRupiah(tile.outstanding)}</span>
        </UnstyledButton>
      ))}
    </div>
  )
}
