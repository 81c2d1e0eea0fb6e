import { Group, Title } from '@mantine/core'
import { useState } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { formatQuantity } from '../../../../shared/rules/quantity.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { usePostingWarnings } from '../../../app/use-posting-warnings.ts'
import { client } from '../../../client.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { QuantityField } from '../../../ui/fields/NumberField.tsx'
import { type EntryForm, useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { DocumentPaper } from './DocumentPaper.tsx'

interface ReturnFormProps {
  readonly document: Answers['trade']['document']
  readonly way: 'returnSale' | 'returnPurchase'
}

interface Values {
  /** Thousandths that come back, by the number of their line. */
  readonly lines: Readonly<Record<number, number | null>>
  readonly date: string | null
  readonly money: 'back' | 'less'
  readonly cashAccount: string | null
  /** What a marketplace gives back of what it kept. */
  readonly feeReturned: number | null
  readonly withheldReturned: number | null
}

/** What was asked back, line by line, as the API takes it. */
function returnedLines(lines: Values['lines']): { n: number; qty: number }[] {
  return Object.entries(lines).flatMap(([n, qty]) => (qty === null ? [] : [{ n: Number(n), qty }]))
}

/** Goods of a sale or a purchase come back, line by line; money is given back, or is owed less. */
export function ReturnForm({ document, way }: ReturnFormProps) {
  const { t } = useText()
  const { today } = useBook()
  const owedFact = useOwedFact(way)
  const [saved, setSaved] = useState<Answers['trade']['returnSale']>()
  const warnings = usePostingWarnings(saved?.warnings ?? [], { amount: formatRupiah(saved?.total ?? 0) })
  // What was not paid, or lies with a marketplace, is owed less; nobody gets money back that never came.
  const money = document.onCredit > 0 ? 'less' : 'back'
  const initial: Values = {
    ...{ lines: {}, date: today, money },
    ...{ cashAccount: null, feeReturned: null, withheldReturned: null },
  }
  const form = useEntryForm({
    initial,
    save: ({ lines, date, money, cashAccount, feeReturned, withheldReturned }: Values, requestId) =>
      client.trade[way]({
        ...{ requestId, date: date ?? '', documentId: document.documentId, lines: returnedLines(lines) },
        ...(money === 'back' && { cashAccount: cashAccount ?? '' }),
        ...(feeReturned !== null && { feeReturned }),
        ...(withheldReturned !== null && { withheldReturned }),
      }),
    onSaved: (answer: Answers['trade']['returnSale']) => setSaved(answer),
    paths: (path, { lines }) => {
      const [, index] = /^lines\.(\d+)\.\w+$/.exec(path) ?? []
      return index === undefined ? path : `lines.${returnedLines(lines)[Number(index)]?.n}`
    },
  })
  if (saved) {
    const amount = formatRupiah(saved.total)
    return (
      <SavedPanel
        posted={saved}
        warnings={warnings}
        {...owedFact(saved.owed)}
        sentence={t(($) => $.trade.back.saved, { amount })}
        onNext={() => setSaved(undefined)}
      >
        <DocumentPaper kind={way === 'returnSale' ? 'sale_return' : 'purchase_return'} documentId={saved.documentId} />
      </SavedPanel>
    )
  }
  const { values } = form
  if (document.lines.every(({ qty, returned }) => returned >= qty)) return null
  return (
    <>
      <Title order={2} size="h4" mt="lg" mb="sm">
        {t(($) => $.trade.back.title)}
      </Title>
      <FormFrame form={form} label={t(($) => $.trade.back.title)} saveLabel={t(($) => $.trade.back.save)}>
        {document.lines
          .filter(({ qty, returned }) => returned < qty)
          .map(({ n, item, unitName, qty, returned }, index) => (
            <QuantityField
              key={n}
              label={item}
              description={t(($) => (returned === 0 ? $.trade.back.of : $.trade.back.ofRest), {
                qty: `${formatQuantity(qty)} ${unitName}`,
                returned: formatQuantity(returned),
              })}
              value={values.lines[n] ?? null}
              onChange={(back) => form.set('lines', { ...values.lines, [n]: back })}
              error={form.errorAt(`lines.${n}`) ?? (index === 0 ? form.errorAt('lines') : undefined)}
              unit={unitName}
            />
          ))}
        <Group grow align="flex-start" gap="md">
          <DateField label={t(($) => $.trade.date)} today={today} {...form.field('date')} />
          <ChoiceField
            label={t(($) => $.trade.back.money)}
            {...form.field('money')}
            choices={(['back', 'less'] as const).map((value) => ({
              value,
              label: t(($) => $.trade.back.moneys[value]),
            }))}
          />
        </Group>
        {values.money === 'less' && way === 'returnSale' && <KeptFields form={form} kept={document.kept} />}
        {values.money === 'back' && (
          <CashAccountSelect
            label={t(($) => $.trade.back.account)}
            {...form.field('cashAccount')}
            onOffer={form.offer('cashAccount')}
          />
        )}
      </FormFrame>
    </>
  )
}

/** What is owed for goods now, whoever owes it; nothing where nobody is named. */
function useOwedFact(way: ReturnFormProps['way']) {
  const { t } = useText()
  return (owed: number | null) => {
    if (owed === null) return {}
    const isReceived = owed < 0 ? way === 'returnPurchase' : way === 'returnSale'
    return {
      balance: Math.abs(owed),
      balanceLabel: t(($) => (isReceived ? $.trade.back.toReceive : $.trade.back.toPay)),
    }
  }
}

interface KeptFieldsProps {
  readonly form: EntryForm<Values>
  readonly kept: ReturnFormProps['document']['kept']
}

/** What a marketplace gives back of what it kept; where it kept nothing nothing is asked. */
function KeptFields({ form, kept }: KeptFieldsProps) {
  const { t } = useText()
  const upTo = (amount: number) => t(($) => $.trade.back.keptUpTo, { amount: formatRupiah(amount) })
  return (
    <>
      {kept.fee > 0 && (
        <MoneyField
          label={t(($) => $.trade.back.feeReturned)}
          description={upTo(kept.fee)}
          {...form.field('feeReturned')}
          withoutWords
        />
      )}
      {kept.withheld > 0 && (
        <MoneyField
          label={t(($) => $.trade.back.withheldReturned)}
          description={upTo(kept.withheld)}
          {...form.field('withheldReturned')}
          withoutWords
        />
      )}
    </>
  )
}
