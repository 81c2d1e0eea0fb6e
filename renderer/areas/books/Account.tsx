import { Button, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { AccountAnswer } from '../../../shared/contract/accounts.ts'
import { defaultChart } from '../../../shared/rules/default-chart.ts'
import { orpc } from '../../app/queries.ts'
import { client } from '../../client.ts'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { Done } from '../../ui/display/Done.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../ui/form/entry-form.ts'
import { FormFrame } from '../../ui/form/FormFrame.tsx'
import { useText } from '../../ui/text.ts'
import { accountSide, accountType } from './account-words.ts'

/** One account: its names may change, the rest stays. */
export function Account() {
  const { t } = useText()
  const { code = '' } = useParams()
  const { data, error } = useQuery(orpc.accounts.list.queryOptions({ input: {} }))
  const [sentence, setSentence] = useState<string>()
  const account = data?.rows.find((row) => row.code === code)
  if (data && !account) return <Text role="alert">{t(($) => $.error.NOT_FOUND_account, { account: code })}</Text>
  if (!account) return <Complaint error={error} />
  const facts = [
    t(($) => $.bookkeeping.accounts.types[accountType(account.type)]),
    t(($) => $.bookkeeping.accounts.sides[accountSide(account.normal)]),
    ...(account.subledger === null ? [] : [t(($) => $.bookkeeping.accounts.subledger)]),
  ]
  return (
    <>
      <PageHead
        title={t(($) => $.bookkeeping.accounts.edit, { code })}
        text={facts.join(', ')}
        actions={
          <>
            {account.postable && (
              <Button component={Link} to={`/books/ledger?account=${code}`} variant="default">
                {t(($) => $.bookkeeping.ledger.title)}
              </Button>
            )}
            <Button component={Link} to="/books/accounts" variant="default">
              {t(($) => $.bookkeeping.accounts.back)}
            </Button>
          </>
        }
      />
      <Done sentence={sentence} />
      <NamesForm account={account} onSaved={() => setSentence(t(($) => $.bookkeeping.accounts.saved, { code }))} />
      {account.postable && <Use account={account} />}
    </>
  )
}

function NamesForm({ account, onSaved }: { readonly account: AccountAnswer; readonly onSaved: () => void }) {
  const { t, language } = useText()
  const { code } = account
  const shownNote = (of: AccountAnswer) => (language === 'id' && hasChartNote(of) ? '' : (of.note ?? ''))
  const values = (of: AccountAnswer) => ({ nameId: of.nameId, nameEn: of.nameEn, note: shownNote(of) })
  const form = useEntryForm({
    initial: values(account),
    save: ({ nameId, nameEn, note }, requestId) => {
      const isAsShown = note === shownNote(account)
      const changed = isAsShown ? {} : { note: note.trim() === '' ? null : note }
      return client.accounts.update({ requestId, code, nameId, nameEn, ...changed })
    },
    onSaved: (answer) => {
      form.reset(values(answer))
      onSaved()
    },
  })
  return (
    <FormFrame form={form} label={t(($) => $.bookkeeping.accounts.edit, { code })}>
      <TextField label={t(($) => $.bookkeeping.accounts.nameId)} autoFocus {...form.field('nameId')} />
      <TextField label={t(($) => $.bookkeeping.accounts.nameEn)} {...form.field('nameEn')} />
      <TextField label={t(($) => $.bookkeeping.accounts.note)} {...form.field('note')} />
    </FormFrame>
  )
}

/** The chart's own notes are English, for those who keep it: they stand on the English page only. */
function hasChartNote({ code, note }: AccountAnswer): boolean {
  return note !== null && defaultChart.some((account) => account.code === code && account.note === note)
}

/** Takes an account out of use, or back into it. */
function Use({ account }: { readonly account: AccountAnswer }) {
  const { t } = useText()
  const { code, active } = account
  const change = useMutation({
    mutationFn: () => (active ? client.accounts.deactivate({ code }) : client.accounts.update({ code, active: true })),
  })
  return (
    <section>
      <Complaint error={change.error} />
      <Text mt="lg">
        {active ? t(($) => $.bookkeeping.accounts.active) : t(($) => $.bookkeeping.accounts.inactive)}
      </Text>
      <Button variant="default" mt="xs" loading={change.isPending} onClick={() => change.mutate()}>
        {active ? t(($) => $.bookkeeping.accounts.deactivate) : t(($) => $.bookkeeping.accounts.activate)}
      </Button>
    </section>
  )
}
