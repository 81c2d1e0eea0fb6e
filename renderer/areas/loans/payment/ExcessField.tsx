import { useState } from 'react'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { AskBack } from '../../../ui/fields/AskBack.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { useText } from '../../../ui/text.ts'
import type { Loan } from '../loan-words.ts'

export type Excess = Loan['excess']

interface ExcessFieldProps {
  readonly excess: Excess | null
  /** What was agreed for the loan. */
  readonly usual: Excess
  /** How much more it is than was expected, sen. */
  readonly above: number
  /** More than is due: the instalment to come, at least. */
  readonly isAhead: boolean
  /** False where the amount itself is asked about. */
  readonly isTold: boolean
  readonly onChange: (excess: Excess) => void
}

/** What becomes of more than is due: asked once, changed at will. */
export function ExcessField({ excess, usual, above, isAhead, isTold, onChange }: ExcessFieldProps) {
  const { t } = useText()
  const [isAnswered, setAnswered] = useState(false)
  const choices: readonly Excess[] = usual === 'hold' ? ['hold', 'prepay'] : ['prepay', 'hold']
  if (above > 0 && isTold && !isAnswered) {
    return (
      <AskBack
        question={t(($) => $.loans.pay.above, { amount: formatRupiah(above) })}
        answers={choices.map((choice) => ({
          label: t(($) => $.loans.excess[choice]),
          choose: () => {
            onChange(choice)
            setAnswered(true)
          },
        }))}
      />
    )
  }
  // Who pays the next instalment early is asked only where money is usually put by.
  if (!isAhead || (above <= 0 && usual === 'prepay')) return null
  return (
    <ChoiceField
      label={t(($) => $.loans.excess.label)}
      name="excess"
      value={excess ?? usual}
      onChange={onChange}
      choices={choices.map((choice) => ({ value: choice, label: t(($) => $.loans.excess[choice]) }))}
    />
  )
}
