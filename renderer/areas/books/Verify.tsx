import { Button, Group, Loader, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { OpenBook } from '../../../shared/contract/book.ts'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useText } from '../../ui/text.ts'

type Problem = OpenBook['alarms'][number]

/** The proof that nothing was altered, as the supervisors ask for it. */
export function Verify() {
  const { t } = useText()
  const { alarms } = useBook().book
  const proof = useQuery({ ...orpc.ledger.verify.queryOptions({ input: {} }), enabled: false })
  const { data, error, isFetching } = proof
  return (
    <>
      <PageHead
        title={t(($) => $.bookkeeping.verify.title)}
        text={t(($) => $.bookkeeping.verify.text)}
        actions={
          <Button loading={isFetching} onClick={() => void proof.refetch()}>
            {t(($) => $.bookkeeping.verify.run)}
          </Button>
        }
      />
      <Complaint error={error} />
      {isFetching && (
        <Group role="status" gap="xs">
          <Loader size="sm" />
          <Text>{t(($) => $.bookkeeping.verify.running)}</Text>
        </Group>
      )}
      {data && !isFetching && (
        <div role="status">
          <Text fw={650} size="lg" c={data.ok ? 'teal.9' : 'red.9'}>
            {data.ok
              ? t(($) => $.bookkeeping.verify.ok)
              : t(($) => $.bookkeeping.verify.notOk, { count: data.problems.length })}
          </Text>
          <Text>{t(($) => $.bookkeeping.verify.figures, { entries: data.entries, lines: data.lines })}</Text>
          <Text style={{ overflowWrap: 'anywhere' }}>{t(($) => $.bookkeeping.verify.head, data.head)}</Text>
        </div>
      )}
      {data && data.problems.length > 0 && (
        <Problems label={t(($) => $.bookkeeping.verify.title)} rows={data.problems} />
      )}
      <Told title={t(($) => $.bookkeeping.verify.warnings)} rows={data?.warnings ?? []} />
      <Told title={t(($) => $.bookkeeping.verify.alarms)} rows={alarms} />
    </>
  )
}

/** More of it under a heading of its own; nothing where there is nothing. */
function Told({ title, rows }: { readonly title: string; readonly rows: readonly Problem[] }) {
  if (rows.length === 0) return null
  return (
    <>
      <Title order={2} size="h4" mt="lg" mb="xs">
        {title}
      </Title>
      <Problems label={title} rows={rows} />
    </>
  )
}

function Problems({ label, rows }: { readonly label: string; readonly rows: readonly Problem[] }) {
  const { t } = useText()
  const navigate = useNavigate()
  const numbered = rows.map((row, index) => ({ ...row, key: String(index) }))
  return (
    <DataTable
      label={label}
      rows={numbered}
      rowKey={({ key }) => key}
      onOpen={({ entryId }) => entryId !== null && void navigate(`/books/entry/${entryId}`)}
      columns={[
        { key: 'voucher', title: t(($) => $.bookkeeping.voucher), kind: 'code', value: ({ voucher }) => voucher },
        { key: 'kind', title: t(($) => $.bookkeeping.verify.kind), width: '12rem', value: ({ kind }) => kind },
        { key: 'detail', title: t(($) => $.bookkeeping.verify.detail), value: ({ detail }) => detail },
      ]}
    />
  )
}
