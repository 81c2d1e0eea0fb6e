import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { AccountAnswer } from '../../../shared/contract/accounts.ts'
import { orpc } from '../../app/queries.ts'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { matchesWords } from '../../ui/fields/matches.ts'
import { TextField } from '../../ui/fields/TextField.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useText } from '../../ui/text.ts'
import { accountSide, accountType } from './account-words.ts'
import classes from './books.module.css'

/** The chart of accounts, headings and all. */
export function Accounts() {
  const { t, language } = useText()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const list = useQuery(orpc.accounts.list.queryOptions({ input: {} }))
  const rows = useMemo(
    () =>
      (list.data?.rows ?? []).filter(({ code, nameId, nameEn }) => matchesWords(`${code} ${nameId} ${nameEn}`, text)),
    [list.data, text],
  )
  const nameOf = ({ nameId, nameEn }: AccountAnswer) => (language === 'en' ? nameEn : nameId)
  const state = ({ postable, active }: AccountAnswer) => {
    if (!postable) return t(($) => $.bookkeeping.accounts.heading)
    return active ? t(($) => $.bookkeeping.accounts.active) : t(($) => $.bookkeeping.accounts.inactive)
  }
  const title = t(($) => $.bookkeeping.accounts.title)
  return (
    <>
      <PageHead
        title={title}
        text={t(($) => $.bookkeeping.accounts.text)}
        actions={
          <Button component={Link} to="/books/accounts/new">
            {t(($) => $.bookkeeping.accounts.new)}
          </Button>
        }
      />
      <div className={classes.search}>
        <TextField label={t(($) => $.bookkeeping.accounts.search)} value={text} onChange={setText} />
      </div>
      <DataTable
        label={title}
        rows={rows}
        rowKey={({ code }) => code}
        isLoading={list.isPending}
        hasFailed={list.isError}
        onRetry={() => void list.refetch()}
        onOpen={({ code }) => void navigate(`/books/accounts/${code}`)}
        isMuted={({ active }) => !active}
        columns={[
          {
            key: 'code',
            title: t(($) => $.bookkeeping.accounts.code),
            kind: 'code',
            width: '6rem',
            value: ({ code }) => code,
          },
          {
            key: 'name',
            title: t(($) => $.bookkeeping.accounts.name),
            value: nameOf,
            render: (account) => (account.postable ? nameOf(account) : <strong>{nameOf(account)}</strong>),
          },
          {
            key: 'type',
            title: t(($) => $.bookkeeping.accounts.type),
            width: '8rem',
            value: ({ type }) => t(($) => $.bookkeeping.accounts.types[accountType(type)]),
          },
          {
            key: 'normal',
            title: t(($) => $.bookkeeping.accounts.normal),
            width: '8rem',
            value: ({ normal }) => t(($) => $.bookkeeping.accounts.sides[accountSide(normal)]),
          },
          { key: 'state', title: t(($) => $.bookkeeping.accounts.state), width: '10rem', value: state },
        ]}
      />
    </>
  )
}
