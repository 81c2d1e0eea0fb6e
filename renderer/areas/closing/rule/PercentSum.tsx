import { Text } from '@mantine/core'
import { formatPct } from '../../../../shared/rules/percent.ts'
import { percentsTogether } from '../../../../shared/rules/surplus-bylaw.ts'
import { useText } from '../../../ui/text.ts'

interface PercentSumProps {
  readonly pcts: readonly (string | null)[]
  /** Why the parts were refused. */
  readonly error: string | undefined
}

/** What the percentages come to while they are typed, and what is missing or too much. */
export function PercentSum({ pcts, error }: PercentSumProps) {
  const { t, language } = useText()
  const { sum, gap, isOver } = percentsTogether(pcts.filter((pct) => pct !== null))
  const said = { sum: formatPct(sum, language, 8), gap: formatPct(gap, language, 8) }
  const isRight = gap === '0'
  return (
    <Text fw={600} role="status" c={isRight && error === undefined ? 'dark.9' : 'red.9'}>
      {isRight ? (error ?? t(($) => $.shu.rule.sumRight)) : t(($) => $.shu.rule[isOver ? 'sumOver' : 'sumUnder'], said)}
    </Text>
  )
}
