import { Box, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { orpc } from '../../../app/queries.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { client } from '../../../client.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { matchesWords } from '../../../ui/fields/matches.ts'
import { Picker, type PickerOption, type PickerProps } from '../../../ui/fields/Picker.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { DocumentPaper } from '../documents/DocumentPaper.tsx'

interface OwnerOption extends PickerOption {
  readonly owner: Answers['trade']['consignors']['rows'][number]
}

interface Values {
  readonly owner: OwnerOption | null
  readonly date: string | null
  readonly cashAccount: string | null
  readonly amount: number | null
}

interface Saved {
  readonly answer: Answers['trade']['settleConsignor']
  readonly name: string
}

/** The owners of goods in keeping are paid what was sold of them. */
export function Settle() {
  const { t } = useText()
  const [saved, setSaved] = useState<Saved>()
  useFreshVisit(() => setSaved(undefined))
  return (
    <>
      <PageHead title={t(($) => $.trade.settle.title)} text={t(($) => $.trade.settle.text)} />
      {saved ? (
        <SavedPanel
          posted={saved.answer}
          sentence={t(($) => $.trade.settle.saved, { amount: formatRupiah(saved.answer.total), name: saved.name })}
          balance={saved.answer.owed}
          balanceLabel={t(($) => $.trade.settle.left)}
          onNext={() => setSaved(undefined)}
        >
          <Box mt="sm">
            <DocumentPaper kind="consignment_settlement" documentId={saved.answer.documentId} />
          </Box>
        </SavedPanel>
      ) : (
        <Fields onSaved={setSaved} />
      )}
    </>
  )
}

function Fields({ onSaved }: { readonly onSaved: (saved: Saved) => void }) {
  const { t } = useText()
  const { today } = useBook()
  const initial: Values = { owner: null, date: today, cashAccount: null, amount: null }
  const form = useEntryForm({
    initial,
    save: ({ owner, date, cashAccount, amount }: Values, requestId) =>
      client.trade.settleConsignor({
        ...{ requestId, date: date ?? '', cashAccount: cashAccount ?? '', ...ownerInput(owner) },
        ...(amount !== null && { amount }),
      } as Parameters<typeof client.trade.settleConsignor>[0]),
    onSaved: (answer: Saved['answer'], { owner }: Values) => onSaved({ answer, name: owner?.owner.name ?? '' }),
    paths: { memberId: 'owner', partnerId: 'owner', '': 'owner' },
  })
  const owing = useOwing()
  const { owner } = form.values
  return (
    <FormFrame form={form} label={t(($) => $.trade.settle.title)} saveLabel={t(($) => $.trade.settle.save)}>
      <OwnerSearch label={t(($) => $.trade.item.owner)} {...form.field('owner')} autoFocus />
      {owner && (
        <Text role="status" fw={600}>
          {owing(owner.owner.owed)}
        </Text>
      )}
      <DateField label={t(($) => $.trade.date)} today={today} {...form.field('date')} />
      <CashAccountSelect
        label={t(($) => $.trade.from)}
        {...form.field('cashAccount')}
        onOffer={form.offer('cashAccount')}
      />
      <MoneyField
        label={t(($) => $.trade.settle.amount)}
        description={t(($) => $.trade.settle.amountText)}
        {...form.field('amount')}
      />
    </FormFrame>
  )
}

function ownerInput(option: OwnerOption | null) {
  if (option === null) return {}
  const { memberId, partnerId } = option.owner
  return memberId === null ? { partnerId } : { memberId }
}

/** What is owed to somebody, by somebody where it is below zero, or that nothing is, as a sentence. */
function useOwing() {
  const { t } = useText()
  return useCallback(
    (owed: number) =>
      owed === 0
        ? t(($) => $.trade.settle.allPaid)
        : t(($) => (owed < 0 ? $.trade.settle.owes : $.trade.settle.owed), { amount: formatRupiah(Math.abs(owed)) }),
    [t],
  )
}

/** Finds every owner of goods in keeping, with how much is owed; who is owed nothing comes last. */
function OwnerSearch(props: Omit<PickerProps<OwnerOption>, 'options' | 'onSearch' | 'isSearching'>) {
  const { t } = useText()
  const owing = useOwing()
  const [text, setText] = useState('')
  const { data, isFetching } = useQuery(orpc.trade.consignors.queryOptions({ input: { paidToo: true } }))
  const options = useMemo(
    () =>
      (data?.rows ?? [])
        .map((owner): OwnerOption => {
          const id = owner.memberId ?? owner.partnerId ?? ''
          return {
            id,
            title: `${owner.name} (${owner.number})`,
            detail: owner.owed > 0 ? formatRupiah(owner.owed) : owing(owner.owed),
            owner,
          }
        })
        .filter(({ title }) => matchesWords(title, text))
        .sort((a, b) => Number(a.owner.owed === 0) - Number(b.owner.owed === 0)),
    [data, text, owing],
  )
  return (
    <Picker
      placeholder={t(($) => $.trade.partner.hint)}
      {...props}
      options={options}
      onSearch={setText}
      isSearching={isFetching}
    />
  )
}
