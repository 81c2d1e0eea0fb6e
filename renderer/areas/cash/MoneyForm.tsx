import { Group } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { AccountAnswer } from '../../../shared/contract/accounts.ts'
import type { Answers } from '../../../shared/contract/index.ts'
import { formatRupiah } from '../../../shared/rules/money.ts'
import { AccountSearch } from '../../app/AccountSearch.tsx'
import { CashAccountSelect } from '../../app/CashAccountSelect.tsx'
import { SavedPanel } from '../../app/SavedPanel.tsx'
import { useBook } from '../../app/session.tsx'
import { useFreshVisit } from '../../app/use-fresh-visit.ts'
import { client } from '../../client.ts'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { MoneyField } from '../../ui/fields/MoneyField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../ui/form/entry-form.ts'
import { FormFrame } from '../../ui/form/FormFrame.tsx'
import { useText } from '../../ui/text.ts'
import { CashBalance } from './CashBalance.tsx'
import { useWarnings } from './use-warnings.ts'

type Way = 'receive' | 'spend'
type Posted = Answers['cash']['receive']

interface Values {
  readonly date: string | null
  readonly cashAccount: string | null
  readonly purpose: string | null
  readonly party: string
  readonly amount: number | null
  readonly description: string
}

interface Saved {
  readonly posted: Posted
  readonly values: Values
}

/** Money in, for what is no savings deposit. */
export function Receive() {
  return <MoneyForm way="receive" />
}

/** Money out, for what a cooperative pays. */
export function Spend() {
  return <MoneyForm way="spend" />
}

/** What the screen before knew: `?account=` is what it is for, `?amount=` how much, sen. */
function useKnown(): Pick<Values, 'purpose' | 'amount'> {
  const [params] = useSearchParams()
  const amount = params.get('amount') ?? ''
  return { purpose: params.get('account'), amount: /^[1-9]\d{0,15}$/.test(amount) ? Number(amount) : null }
}

function MoneyForm({ way }: { readonly way: Way }) {
  const { t } = useText()
  const [saved, setSaved] = useState<Saved>()
  const [isAgain, setAgain] = useState(false)
  const known = useKnown()
  useFreshVisit(() => setSaved(undefined))
  return (
    <>
      <PageHead title={t(($) => $.cash[way].title)} text={t(($) => $.cash[way].text)} />
      {saved && (
        <Notice
          way={way}
          saved={saved}
          onNext={() => {
            setSaved(undefined)
            setAgain(true)
          }}
        />
      )}
      {saved === undefined && (
        <Fields
          way={way}
          known={isAgain ? unknown : known}
          onSaved={(posted: Posted, values: Values) => setSaved({ posted, values })}
        />
      )}
    </>
  )
}

const unknown = { purpose: null, amount: null }

interface FieldsProps {
  readonly way: Way
  readonly known: Pick<Values, 'purpose' | 'amount'>
  readonly onSaved: (posted: Posted, values: Values) => void
}

const isIncoming = (account: AccountAnswer) => isPlain(account) && account.type !== 'expense'
const isOutgoing = (account: AccountAnswer) => isPlain(account) && account.type !== 'income'

/** Accounts without a card of their own, and no cash: what needs a member or a card has its own screen. */
function isPlain({ subledger, cashFlow }: AccountAnswer): boolean {
  return subledger === null && cashFlow !== 'cash' && cashFlow !== 'interunit'
}

function Fields({ way, known, onSaved }: FieldsProps) {
  const { t } = useText()
  const { today } = useBook()
  const initial: Values = { date: today, cashAccount: null, party: '', description: '', ...known }
  const form = useEntryForm({
    initial,
    save: ({ date, cashAccount, purpose, party, amount, description }, requestId) =>
      client.cash[way]({
        requestId,
        date: date ?? '',
        cashAccount: cashAccount ?? '',
        description,
        ...(party.trim() !== '' && { party }),
        lines: [{ account: purpose ?? '', amount: amount ?? 0 }],
      }),
    onSaved,
    paths: { 'lines.0.amount': 'amount', 'lines.0.account': 'purpose' },
  })
  const title = t(($) => $.cash[way].title)
  return (
    <FormFrame form={form} label={title}>
      <Group grow align="flex-start" gap="md">
        <DateField label={t(($) => $.cash.date)} today={today} {...form.field('date')} />
        <CashAccountSelect
          label={t(($) => $.cash[way].cashAccount)}
          {...form.field('cashAccount')}
          onOffer={form.offer('cashAccount')}
        />
      </Group>
      <AccountSearch
        label={t(($) => $.cash[way].purpose)}
        placeholder={t(($) => $.cash[way].purposeHint)}
        isNameOnly
        fits={way === 'receive' ? isIncoming : isOutgoing}
        {...form.field('purpose')}
        autoFocus
      />
      <TextField
        label={t(($) => $.cash[way].party)}
        description={t(($) => $.cash.partyHint)}
        {...form.field('party')}
      />
      <TextField label={t(($) => $.cash[way].description)} {...form.field('description')} />
      <MoneyField label={t(($) => $.cash.amount)} {...form.field('amount')} />
    </FormFrame>
  )
}

interface NoticeProps {
  readonly way: Way
  readonly saved: Saved
  readonly onNext: () => void
}

function Notice({ way, saved: { posted, values }, onNext }: NoticeProps) {
  const { t } = useText()
  const warnings = useWarnings(posted.warnings)
  const amount = formatRupiah(values.amount ?? 0)
  return (
    <SavedPanel
      posted={posted}
      sentence={t(($) => $.cash[way].saved, { amount, description: values.description })}
      warnings={warnings}
      onNext={onNext}
    >
      <CashBalance code={values.cashAccount} />
    </SavedPanel>
  )
}
