import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import { firstDayOfYear, lastDayOfYear, yearOf } from '../../../shared/calendar.ts'
import type { EntryAnswer } from '../../../shared/contract/journal.ts'
import { AttachmentPanel } from '../../app/attachments/AttachmentPanel.tsx'
import { orpc } from '../../app/queries.ts'
import { ledgerAddress } from '../../app/statement-links.ts'
import { useAccountName } from '../../app/use-account-name.ts'
import { useRoleName } from '../../app/use-role-name.ts'
import { VoucherActions } from '../../app/VoucherActions.tsx'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { DateText } from '../../ui/display/DateText.tsx'
import { momentText } from '../../ui/display/moment.ts'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useText } from '../../ui/text.ts'
import classes from './books.module.css'
import { useSideColumns } from './side-columns.ts'

/** One voucher with its journal lines: the end of every figure's trail. */
export function Entry() {
  const { t } = useText()
  const { entryId = '' } = useParams()
  const { data, error } = useQuery(orpc.journal.get.queryOptions({ input: { entryId } }))
  if (!data) return <Complaint error={error} />
  return (
    <>
      <PageHead
        title={t(($) => $.bookkeeping.entry.title, { voucher: data.voucher })}
        text={data.description}
        actions={
          <Button component={Link} to="/books" variant="default">
            {t(($) => $.bookkeeping.entry.back)}
          </Button>
        }
      />
      <Related entry={data} />
      <Lines entry={data} />
      <Origin entry={data} />
      <VoucherActions posted={data} isReversible={data.reverses === null && data.reversedBy === null} />
      <AttachmentPanel subject={{ kind: 'entry', id: data.entryId }} />
    </>
  )
}

function Related({ entry }: { readonly entry: EntryAnswer }) {
  const { t } = useText()
  const { date, reverses, reversedBy, reason } = entry
  return (
    <div className={classes.facts}>
      <Text>
        <DateText date={date} />
      </Text>
      {reversedBy && (
        <Link to={`/books/entry/${reversedBy.entryId}`}>
          {t(($) => $.bookkeeping.entry.reversed, { voucher: reversedBy.voucher })}
        </Link>
      )}
      {reverses && (
        <Link to={`/books/entry/${reverses.entryId}`}>
          {t(($) => $.bookkeeping.entry.reverses, { voucher: reverses.voucher })}
        </Link>
      )}
      {reason !== null && (
        <Text>
          {t(($) => $.bookkeeping.entry.reason)}: {reason}
        </Text>
      )}
    </div>
  )
}

function Lines({ entry }: { readonly entry: EntryAnswer }) {
  const { t } = useText()
  const navigate = useNavigate()
  const nameOf = useAccountName()
  const sides = useSideColumns()
  const year = yearOf(entry.date)
  const days = { from: firstDayOfYear(year), to: lastDayOfYear(year) }
  const lines = entry.lines.map((line, index) => ({ ...line, key: String(index) }))
  return (
    <DataTable
      label={t(($) => $.bookkeeping.entry.lines)}
      rows={lines}
      rowKey={({ key }) => key}
      onOpen={({ account }) => void navigate(ledgerAddress(account, days))}
      totals={{ debit: entry.total, credit: entry.total }}
      maxHeight="calc(100dvh - 24rem)"
      columns={[
        { key: 'account', title: t(($) => $.bookkeeping.account), kind: 'code', value: ({ account }) => account },
        {
          key: 'name',
          title: t(($) => $.bookkeeping.trialBalance.name),
          value: ({ account, name }) => nameOf(account, name),
        },
        { key: 'member', title: t(($) => $.bookkeeping.entry.member), value: ({ memberName }) => memberName },
        { key: 'memo', title: t(($) => $.bookkeeping.entry.memo), value: ({ memo }) => memo },
        ...sides,
      ]}
    />
  )
}

function Origin({ entry }: { readonly entry: EntryAnswer }) {
  const { t, language } = useText()
  const at = momentText(entry.createdAt, language)
  const by = useRoleName()(entry.createdBy)
  return (
    <div className={classes.origin}>
      <Text size="sm" c="gray.7">
        {t(($) => $.bookkeeping.entry.recorded, { at, by })}
      </Text>
      <Text size="sm" c="gray.7">
        {t(($) => $.bookkeeping.entry.hash)}: {entry.hash}
      </Text>
    </div>
  )
}
