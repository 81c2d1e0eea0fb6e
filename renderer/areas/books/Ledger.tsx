import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { firstDayOfYear, yearOf } from '../../../shared/calendar.ts'
import { AccountSearch } from '../../app/AccountSearch.tsx'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { UnitSelect } from '../../app/UnitSelect.tsx'
import { useAsked, useChoose } from '../../app/use-asked.ts'
import { Money } from '../../ui/display/Money.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { PeriodFields } from '../../ui/fields/PeriodFields.tsx'
import { useText } from '../../ui/text.ts'
import classes from './books.module.css'
import { LedgerRows, type LedgerScope, rowsPerPage } from './LedgerRows.tsx'

/**
 * One account's register: opening, every line with its running balance, closing. The address says of which days, and of
 * which unit where somebody comes from the figure of one.
 */
export function Ledger() {
  const { t } = useText()
  const { today } = useBook()
  const { account: code, from = firstDayOfYear(yearOf(today)), to = today, unit } = useAsked()
  const choose = useChoose()
  return (
    <>
      <PageHead title={t(($) => $.bookkeeping.ledger.title)} text={t(($) => $.bookkeeping.ledger.text)} />
      <Group align="flex-start" gap="sm" mb="lg">
        <div className={classes.account}>
          <AccountSearch
            key={code}
            label={t(($) => $.bookkeeping.account)}
            value={code ?? null}
            onChange={(picked) => picked !== null && choose({ account: picked })}
            autoFocus={code === undefined}
          />
        </div>
        <PeriodFields value={{ from, to }} onChange={(period) => choose({ ...period })} today={today} />
        {unit !== undefined && <UnitSelect value={unit} onChange={(picked) => choose({ unit: picked })} />}
      </Group>
      {code === undefined ? (
        <Text c="gray.7">{t(($) => $.bookkeeping.ledger.choose)}</Text>
      ) : (
        <Register key={`${code} ${from} ${to} ${unit}`} scope={{ code, from, to, ...(unit && { unit }) }} />
      )}
    </>
  )
}

function Register({ scope }: { readonly scope: LedgerScope }) {
  const { t } = useText()
  const input = { ...scope, offset: 0, limit: rowsPerPage }
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
      <LedgerRows scope={scope} />
    </>
  )
}
