import { Button, Checkbox, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { useProductNames } from '../../../app/product-names.ts'
import { orpc } from '../../../app/queries.ts'
import { client } from '../../../client.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { CountField } from '../../../ui/fields/NumberField.tsx'
import { type EntryForm, useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../closing.module.css'
import { usePartName } from '../share-words.ts'
import { PercentSum } from './PercentSum.tsx'
import { emptyShare, type RuleValues, ruleField, ruleInput, ruleValues } from './rule-values.ts'
import { ShareFields } from './ShareFields.tsx'

interface RuleFormProps {
  readonly year: number
  readonly inForce: Answers['closing']['bylaw']
  readonly onSaved: (sentence: string, saved: Answers['closing']['bylaw']) => void
}

/** The rule as a form: its parts with the running sum of their percentages, and what counts. */
export function RuleForm({ year, inForce, onSaved }: RuleFormProps) {
  const { t } = useText()
  const nameOf = usePartName()
  const [initial] = useState(() => ruleValues(inForce, year, nameOf))
  const form = useEntryForm({
    initial,
    save: (values, requestId) => client.closing.setBylaw({ requestId, ...ruleInput(values) }),
    onSaved: (saved, { fromYear }) =>
      onSaved(
        t(($) => $.shu.rule.saved, { year: fromYear ?? year }),
        saved,
      ),
    paths: ruleField,
  })
  const { shares } = form.values
  return (
    <FormFrame
      form={form}
      label={t(($) => $.shu.rule.title)}
      saveLabel={t(($) => $.shu.rule.save)}
      maxWidth="60rem"
      summary={<PercentSum pcts={shares.map(({ pct }) => pct)} error={form.errorAt('shares')} />}
    >
      <div className={classes.two}>
        <CountField label={t(($) => $.shu.rule.fromYear)} {...form.field('fromYear')} />
      </div>
      {shares.map((share, at) => (
        <ShareFields key={share.id} form={form} at={at} />
      ))}
      <Group>
        <Button variant="default" onClick={() => form.set('shares', [...form.values.shares, emptyShare()])}>
          {t(($) => $.shu.rule.add)}
        </Button>
      </Group>
      <WhatCounts form={form} />
    </FormFrame>
  )
}

const roundings = [100, 10_000, 100_000]

function WhatCounts({ form }: { readonly form: EntryForm<RuleValues> }) {
  const { t } = useText()
  const { roundTo } = form.values
  const steps = [...new Set([...roundings, Number(roundTo)])].sort((a, b) => a - b)
  return (
    <>
      <Products form={form} />
      <div className={classes.two}>
        <ChoiceField
          label={t(($) => $.shu.rule.savingsBasis)}
          {...form.field('savingsBasis')}
          choices={(['year_end', 'month_ends'] as const).map((value) => ({
            value,
            label: t(($) => $.shu.rule.bases[value]),
          }))}
        />
        <ChoiceField
          label={t(($) => $.shu.rule.leavers)}
          {...form.field('leavers')}
          choices={(['excluded', 'included'] as const).map((value) => ({
            value,
            label: t(($) => $.shu.rule.leaver[value]),
          }))}
        />
        <ChoiceField
          label={t(($) => $.shu.rule.nonMembers)}
          {...form.field('nonMembers')}
          choices={(['reserve', 'divided'] as const).map((value) => ({
            value,
            label: t(($) => $.shu.rule.nonMember[value]),
          }))}
        />
        <ChoiceField
          label={t(($) => $.shu.rule.roundTo)}
          description={t(($) => $.shu.rule.roundText)}
          {...form.field('roundTo')}
          choices={steps.map((step) => ({ value: String(step), label: formatRupiah(step) }))}
        />
      </div>
    </>
  )
}

/** Which savings count for the share by savings. */
function Products({ form }: { readonly form: EntryForm<RuleValues> }) {
  const { t } = useText()
  const nameOf = useProductNames()
  const { data } = useQuery(orpc.savings.products.queryOptions({ input: {} }))
  const { savingsProducts } = form.values
  const error = form.errorAt('savingsProducts')
  const rows = data?.rows ?? []
  return (
    <Checkbox.Group
      label={t(($) => $.shu.rule.products)}
      value={[...savingsProducts]}
      onChange={(chosen) => form.set('savingsProducts', chosen)}
      error={error}
    >
      <Group gap="lg" mt="xs">
        {rows.map(({ product, nameId }) => (
          <Checkbox key={product} value={product} label={nameOf(product, nameId)} />
        ))}
      </Group>
      {rows.length === 0 && <Text c="gray.7">…</Text>}
    </Checkbox.Group>
  )
}
