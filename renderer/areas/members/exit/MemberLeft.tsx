import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { Link } from 'react-router'
import { formatDate } from '../../../../shared/calendar.ts'
import type { ExitStatement } from '../../../../shared/contract/member-exit.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { useText } from '../../../ui/text.ts'
import classes from '../members.module.css'
import { UndoExit } from './UndoExit.tsx'

interface MemberLeftProps {
  readonly left: ExitStatement
  readonly onUndone: () => void
}

/** Why and when a member left, what was due to her and what of it was paid. */
export function MemberLeft({ left, onUndone }: MemberLeftProps) {
  const { t, language } = useText()
  const { memberId, date, reason, heir, note, entryId, due, requestId } = left
  return (
    <Paper withBorder p="md" radius="md" mb="lg">
      <Title order={2} size="h4" mb="xs">
        {t(($) => $.leaving.statement.title)}
      </Title>
      <Text>
        {t(($) => $.leaving.statement.left, {
          reason: t(($) => $.leaving.reasons[reason]),
          date: formatDate(date, language),
        })}
      </Text>
      {heir && <Text>{t(($) => $.leaving.statement.heir, { ...heir })}</Text>}
      {note !== null && <Text>{t(($) => $.leaving.statement.note, { note })}</Text>}
      <Amounts left={left} />
      <Group gap="sm" mt="md">
        {due > 0 && (
          <Button component={Link} to={`/members/${memberId}/pay-exit`}>
            {t(($) => $.leaving.statement.pay)}
          </Button>
        )}
        {entryId !== null && (
          <Button component={Link} to={`/books/entry/${entryId}`} variant="default">
            {t(($) => $.leaving.statement.entry)}
          </Button>
        )}
        <UndoExit requestId={requestId} date={date} onUndone={onUndone} />
      </Group>
    </Paper>
  )
}

function Amounts({ left: { totals, payments, due } }: Pick<MemberLeftProps, 'left'>) {
  const { t, language } = useText()
  return (
    <dl className={classes.amounts}>
      <dt>{t(($) => $.leaving.statement.payable)}</dt>
      <dd>{formatRupiah(totals.payable)}</dd>
      {payments.map(({ entryId, date, voucher, amount, receivedBy }) => {
        const payment = t(($) => $.leaving.statement.payment, { date: formatDate(date, language), voucher })
        return (
          <div key={entryId} className={classes.fact}>
            <dt>
              {receivedBy === null ? payment : t(($) => $.leaving.statement.receivedBy, { payment, name: receivedBy })}
            </dt>
            <dd>{formatRupiah(amount)}</dd>
          </div>
        )
      })}
      {due > 0 && (
        <>
          <dt>{t(($) => $.leaving.statement.due)}</dt>
          <dd>
            <b>{formatRupiah(due)}</b>
          </dd>
        </>
      )}
      {totals.short > 0 && (
        <>
          <dt>{t(($) => $.leaving.statement.short)}</dt>
          <dd>{formatRupiah(totals.short)}</dd>
        </>
      )}
    </dl>
  )
}
