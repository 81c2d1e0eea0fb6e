import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { CountField } from '../../../ui/fields/NumberField.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../savings.module.css'
import { type Noted, PassbookNoted } from './PassbookNoted.tsx'
import { PassbookPrinted } from './PassbookPrinted.tsx'
import { placeInHand, type TypedPlace } from './passbook-place.ts'
import { RenewPassbook } from './RenewPassbook.tsx'

type Passbook = Answers['savings']['passbook']
type Line = Passbook['rows'][number]

/** Buku tabungan: prints what is not printed yet at its place, and notes it once it came out right. */
export function PassbookScreen() {
  const { t } = useText()
  const { savingsAccountId = '' } = useParams()
  const [typed, setTyped] = useState<TypedPlace>({ page: null, line: null })
  const [noted, setNoted] = useState<Noted>()
  const startAt = placeInHand(typed)
  const asked = { savingsAccountId, ...(startAt && { startAt }) }
  const query = useQuery({
    ...orpc.savings.passbook.queryOptions({ input: asked }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (!query.data) return <Complaint error={query.error} />
  const book = query.data
  const note = (done: Noted) => {
    setTyped({ page: null, line: null })
    setNoted(done)
  }
  const isRenewable = book.printed.line > 0 || book.printed.page > 1
  return (
    <>
      <PageHead
        title={`${t(($) => $.passbook.title)}: ${book.memberName}`}
        text={<Owner book={book} />}
        actions={isRenewable && <RenewPassbook savingsAccountId={savingsAccountId} onNoted={note} />}
      />
      {noted && <PassbookNoted key={noted.requestId} noted={noted} onUndone={note} />}
      <Complaint error={query.error} />
      {book.rows.length === 0 ? (
        <Text>
          {isRenewable
            ? t(($) => $.passbook.nothing, { balance: formatRupiah(book.balance) })
            : t(($) => $.passbook.empty)}
        </Text>
      ) : (
        <Stack gap="lg">
          <Lines rows={book.rows} />
          <div className={classes.halves}>
            <PrintStep book={book} asked={asked} typed={typed} onType={setTyped} />
            <PassbookPrinted key={book.rows.length} asked={asked} count={book.rows.length} onNoted={note} />
          </div>
        </Stack>
      )}
    </>
  )
}

function Owner({ book }: { readonly book: Passbook }) {
  const { t } = useText()
  const { savingsAccountId, number, memberNumber, productName, printed } = book
  const isEmpty = printed.line === 0 && printed.page === 1
  return (
    <span className={classes.owner}>
      <span>{`${productName} · ${number} · ${memberNumber}`}</span>
      <b>{isEmpty ? t(($) => $.passbook.printedNone) : t(($) => $.passbook.printedUpTo, printed)}</b>
      <Anchor component={Link} to={`/savings/card/${savingsAccountId}`} underline="always">
        {t(($) => $.passbook.back)}
      </Anchor>
    </span>
  )
}

interface PrintStepProps {
  readonly book: Passbook
  readonly asked: { readonly savingsAccountId: string }
  readonly typed: TypedPlace
  readonly onType: (typed: TypedPlace) => void
}

function PrintStep({ book, asked, typed, onType }: PrintStepProps) {
  const { t, language } = useText()
  const [isMoved, setMoved] = useState(false)
  const { page = 1, line = 1 } = book.rows[0] ?? {}
  return (
    <section>
      <Title order={2} size="h4">
        {t(($) => $.passbook.step1)}
      </Title>
      <Text mb="sm">{t(($) => $.passbook.step1Text, { page, line })}</Text>
      <PaperButton
        asked={{ report: 'passbook', params: asked, language }}
        label={t(($) => $.passbook.print, { count: book.rows.length })}
        variant="filled"
      />
      <Group mt="sm">
        <Button variant="default" size="sm" aria-expanded={isMoved} onClick={() => setMoved(!isMoved)}>
          {t(($) => $.passbook.moved)}
        </Button>
      </Group>
      {isMoved && (
        <Group gap="sm" mt="sm" align="flex-start" role="group" aria-label={t(($) => $.passbook.movedPlace)}>
          <CountField
            label={t(($) => $.passbook.page)}
            value={typed.page}
            onChange={(value) => onType({ ...typed, page: value })}
          />
          <CountField
            label={t(($) => $.passbook.line)}
            value={typed.line}
            onChange={(value) => onType({ ...typed, line: value })}
          />
        </Group>
      )}
    </section>
  )
}

function Lines({ rows }: { readonly rows: readonly Line[] }) {
  const { t } = useText()
  const title = t(($) => $.passbook.lines)
  const columns: readonly Column<Line>[] = [
    {
      key: 'place',
      title: t(($) => $.passbook.col.place),
      kind: 'code',
      width: '7rem',
      value: ({ page, line }) => `${page} / ${line}`,
    },
    { key: 'date', title: t(($) => $.passbook.col.date), kind: 'date', value: (row) => row.date },
    { key: 'mark', title: t(($) => $.passbook.col.mark), value: (row) => t(($) => $.passbook.marks[row.code]) },
    {
      key: 'withdrawal',
      title: t(($) => $.passbook.col.withdrawal),
      kind: 'money',
      hideZero: true,
      value: (row) => row.withdrawal,
    },
    {
      key: 'deposit',
      title: t(($) => $.passbook.col.deposit),
      kind: 'money',
      hideZero: true,
      value: (row) => row.deposit,
    },
    { key: 'balance', title: t(($) => $.passbook.col.balance), kind: 'money', value: (row) => row.balance },
  ]
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <DataTable
        label={title}
        columns={columns}
        rows={rows}
        rowKey={({ page, line }) => `${page} ${line}`}
        maxHeight="18rem"
      />
    </section>
  )
}
