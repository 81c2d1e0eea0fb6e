import { Button, Group, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { MemberRow } from '../../../shared/contract/members.ts'
import { PaperButton } from '../../app/PaperButton.tsx'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { usePages } from '../../app/use-pages.ts'
import { PageHead } from '../../ui/display/PageHead.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useText } from '../../ui/text.ts'
import classes from './members.module.css'

const statuses = ['active', 'left', 'all'] as const
type Status = (typeof statuses)[number]

/** Everybody, found by any part of name, number or hamlet while it is typed. */
export function MembersList() {
  const { t, language } = useText()
  const { today } = useBook()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, 120)
  const [status, setStatus] = useState<Status>('active')
  const query = useInfiniteQuery({
    ...orpc.members.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ text, status, limit: 200, ...(cursor !== undefined && { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
    placeholderData: keepPreviousData,
  })
  const { rows, last, onVisible } = usePages(query)
  const isUnfiltered = text.trim() === '' && status !== 'left'
  return (
    <>
      <PageHead
        title={t(($) => $.members.title)}
        actions={
          <>
            <Button component={Link} to="/members/new">
              {t(($) => $.members.create.title)}
            </Button>
            <PaperButton
              asked={{ report: 'memberRegister', params: { asOf: today }, language }}
              label={t(($) => $.members.list.printRegister)}
            />
          </>
        }
      />
      <Group align="flex-end" gap="md" mb="sm">
        <TextInput
          label={t(($) => $.members.list.search)}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          className={classes.search ?? ''}
          autoFocus
        />
        <SegmentedControl
          aria-label={t(($) => $.members.list.status)}
          value={status}
          onChange={setStatus}
          data={statuses.map((value) => ({ value, label: t(($) => $.members.list[value]) }))}
          size="md"
        />
        {last && (
          <Text c="gray.7" role="status" mb="xs">
            {t(($) => $.members.list.count, { count: last.total })}
          </Text>
        )}
      </Group>
      <DataTable
        label={t(($) => $.members.list.label)}
        columns={useColumns()}
        rows={rows}
        rowKey={({ memberId }) => memberId}
        rowCount={last?.total ?? 0}
        onVisible={onVisible}
        onOpen={({ memberId }) => void navigate(`/members/${memberId}`)}
        isMuted={({ active }) => !active}
        isLoading={query.isPending}
        hasFailed={query.isError}
        onRetry={() => void query.refetch()}
        empty={isUnfiltered ? t(($) => $.members.list.none) : t(($) => $.members.list.empty)}
        maxHeight="calc(100dvh - 19rem)"
      />
    </>
  )
}

function useColumns(): readonly Column<MemberRow>[] {
  const { t } = useText()
  const nameOf = ({ name, active }: MemberRow) => (active ? name : t(($) => $.members.list.hasLeft, { name }))
  return [
    { key: 'number', title: t(($) => $.members.list.number), kind: 'code', value: ({ number }) => number },
    { key: 'name', title: t(($) => $.members.list.name), width: 'minmax(14rem, 2fr)', value: nameOf },
    { key: 'hamlet', title: t(($) => $.members.list.hamlet), value: ({ hamlet }) => hamlet },
    { key: 'joinedOn', title: t(($) => $.members.list.joinedOn), kind: 'date', value: ({ joinedOn }) => joinedOn },
    { key: 'savings', title: t(($) => $.members.list.savings), kind: 'money', value: ({ savings }) => savings },
  ]
}
