import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { firstDayOfYear, yearOf } from '../../../shared/calendar.ts'
import { AccountSearch } from '../../app/AccountSearch.tsx'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { Money } from '../../ui/display/Money.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { type Period, PeriodFields } from '../../ui/fields/PeriodFields.tsx'
import { useText } from '../../ui/text.ts'
import classes from './books.module.css'
import { LedgerRows, rowsPerPage } from './LedgerRows.tsx'

/** One account's register: opening, every line with its running balance, closing. */
export function Ledger() {
  const { t } = useText()
  const { today } = useBook()
  const [search, setSearch] = useSearchParams()
  const [period, setPeriod] = useState({ from: firstDayOfYear(yearOf(today)), to: today })
  const code = search.get('account')
  return (
    <>
      <PageHead title={t(($) => $.bookkeeping.ledger.title)} text={t(($) => $.bookkeeping.ledger.text)} />
      <Group align="flex-start" gap="sm" mb="lg">
        <div className={classes.account}>
          <AccountSearch
            key={code}
            label={t(($) => $.bookkeeping.account)}
            value={code}
            onChange={(picked) => picked !== null && setSearch({ account: picked })}
            autoFocus={code === null}
          />
        </div>
        <PeriodFields value={period} onChange={setPeriod} today={today} />
      </Group>
      {code === null ? (
        <Text c="gray.7">{t(($) => $.bookkeeping.ledger.choose)}</Text>
      ) : (
        <Register key={`${code} ${period.from} ${period.to}`} code={code} period={period} />
      )}
    </>
  )
}

interface RegisterProps {
  readonly code: string
  readonly period: Period
}

function Register({ code, period }: RegisterProps) {
  const { t } = useText()
  const input = { code, ...period, offset: 0, limit: rowsPerPage }
  const { data } = useQuery(orpc.ledger.account.queryOptions({ input }))
  return (
    <>
      <div className={classes.opening}>
        {data && (
          <>
            <span>
              {t(($) => $.bookkeeping.ledger.opening)}: <Money amount={data.opening} />
            </span>
            <span>
              {t(($) => $.bookkeeping.ledger.closing)}: <Money amount={data.closing} />
            </span>
            <span>{t(($) => $.bookkeeping.ledger.count, { count: data.count })}</span>
          </>
        )}
      </div>
      <LedgerRows code={code} period={period} />
    </>
  )
}
