import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../../client.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { RateField } from '../../../ui/fields/NumberField.tsx'
import type { EntryForm } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'
import { useFailureSentence } from '../../../ui/use-failure-sentence.ts'
import { type BudgetUnit, type PlanValues, withProposal } from './budget-values.ts'

interface ProposalFieldsProps {
  readonly form: EntryForm<PlanValues>
  readonly year: number
  readonly unit: BudgetUnit
}

const ways = ['up', 'down'] as const

/** Fills the whole form in from the year before, some percent more or less. */
export function ProposalFields({ form, year, unit }: ProposalFieldsProps) {
  const { t } = useText()
  const say = useFailureSentence()
  const [pct, setPct] = useState<string | null>('0')
  const [way, setWay] = useState<(typeof ways)[number]>('up')
  const proposal = useMutation({
    mutationFn: () =>
      client.budget.propose({ year, unit, changePct: way === 'up' || pct === '0' ? (pct ?? '0') : `-${pct}` }),
    onSuccess: (answer) => form.set('lines', withProposal(form.values, answer).lines),
    meta: { readsOnly: true },
  })
  const months = proposal.data?.monthsKnown
  return (
    <div>
      <Group align="flex-end" gap="sm">
        <ChoiceField
          label={t(($) => $.budget.changePct)}
          value={way}
          onChange={setWay}
          choices={ways.map((value) => ({
            value,
            label: t(($) => $.budget[value === 'up' ? 'changeUp' : 'changeDown']),
          }))}
        />
        <RateField label={t(($) => $.budget.changePct)} isLabelHidden value={pct} onChange={setPct} />
        <Button variant="default" onClick={() => proposal.mutate()} loading={proposal.isPending}>
          {t(($) => $.budget.propose, { year: year - 1 })}
        </Button>
      </Group>
      <Text size="sm" c="gray.7" mt={4} role="status">
        {proposal.error && say(proposal.error)}
        {!proposal.error && months === undefined && t(($) => $.budget.proposeText)}
        {months === 0 && t(($) => $.budget.nothingKnown, { year: year - 1 })}
        {months !== undefined && months > 0 && t(($) => $.budget.proposed, { months })}
      </Text>
    </div>
  )
}
