import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatRupiah } from '../../../shared/rules/money.ts'
import { AccountSearch } from '../../app/AccountSearch.tsx'
import { orpc } from '../../app/queries.ts'
import { ClearIcon } from '../../ui/display/icons.tsx'
import { MoneyField } from '../../ui/fields/MoneyField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useText } from '../../ui/text.ts'
import classes from './books.module.css'
import { type EntryLine, emptyLine, totalsOf } from './entry-lines.ts'
import { LineReference } from './LineReference.tsx'

interface EntryLinesProps {
  readonly lines: readonly EntryLine[]
  readonly onChange: (lines: readonly EntryLine[]) => void
  readonly errorAt: (path: string) => string | undefined
}

/** The lines of an entry as they are typed, with their sums below. */
export function EntryLines({ lines, onChange, errorAt }: EntryLinesProps) {
  const { t } = useText()
  const { debit, credit } = totalsOf(lines)
  const replace = (next: EntryLine) => onChange(lines.map((line) => (line.key === next.key ? next : line)))
  return (
    <div>
      <table className={classes.lines}>
        <thead>
          <tr>
            <th scope="col">{t(($) => $.bookkeeping.account)}</th>
            <th scope="col">{t(($) => $.bookkeeping.debit)}</th>
            <th scope="col">{t(($) => $.bookkeeping.credit)}</th>
            <th scope="col">{t(($) => $.bookkeeping.entry.memo)}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <LineRow
              key={line.key}
              line={line}
              number={index + 1}
              onChange={replace}
              onRemove={lines.length > 2 ? () => onChange(lines.filter((other) => other.key !== line.key)) : undefined}
              errorAt={errorAt}
            />
          ))}
        </tbody>
      </table>
      <Group justify="space-between" mt="xs">
        <Button variant="default" size="sm" onClick={() => onChange([...lines, emptyLine(crypto.randomUUID())])}>
          {t(($) => $.bookkeeping.post.addLine)}
        </Button>
        <Text className={classes.totals} aria-live="polite">
          {t(($) => $.bookkeeping.post.totals, { debit: formatRupiah(debit), credit: formatRupiah(credit) })}
          {', '}
          <strong>
            {debit === credit
              ? t(($) => $.bookkeeping.post.balanced)
              : t(($) => $.bookkeeping.post.difference, { difference: formatRupiah(Math.abs(debit - credit)) })}
          </strong>
        </Text>
      </Group>
    </div>
  )
}

interface LineRowProps {
  readonly line: EntryLine
  readonly number: number
  readonly onChange: (line: EntryLine) => void
  readonly onRemove: (() => void) | undefined
  readonly errorAt: (path: string) => string | undefined
}

function LineRow({ line, number, onChange, onRemove, errorAt }: LineRowProps) {
  const { t } = useText()
  const { key } = line
  const named = { line: number }
  const { data } = useQuery(orpc.accounts.list.queryOptions({ input: { activeOnly: true, postableOnly: true } }))
  const account = data?.rows.find(({ code }) => code === line.account)
  return (
    <tr>
      <td>
        <AccountSearch
          label={t(($) => $.bookkeeping.post.lineAccount, named)}
          isLabelHidden
          value={line.account}
          onChange={(code) => onChange({ ...line, account: code, member: null, savingsAccountId: null })}
          error={errorAt(`lines.${key}.account`)}
        />
        <LineReference line={line} number={number} account={account} onChange={onChange} errorAt={errorAt} />
      </td>
      {(['debit', 'credit'] as const).map((side) => (
        <td key={side}>
          <MoneyField
            label={t(($) => (side === 'debit' ? $.bookkeeping.post.lineDebit : $.bookkeeping.post.lineCredit), named)}
            isLabelHidden
            value={line[side]}
            onChange={(amount) => onChange({ ...line, [side]: amount })}
            error={errorAt(`lines.${key}.${side}`)}
            withoutWords
          />
        </td>
      ))}
      <td>
        <TextField
          label={t(($) => $.bookkeeping.post.lineMemo, named)}
          isLabelHidden
          value={line.memo}
          onChange={(memo) => onChange({ ...line, memo })}
          error={errorAt(`lines.${key}.memo`)}
        />
      </td>
      <td>
        {onRemove && (
          <ActionIcon
            variant="subtle"
            color="gray.8"
            size="lg"
            aria-label={t(($) => $.bookkeeping.post.removeLine, named)}
            onClick={onRemove}
          >
            <ClearIcon />
          </ActionIcon>
        )}
      </td>
    </tr>
  )
}
