import { Alert, Text } from '@mantine/core'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { ApproverField } from '../../../app/ApproverField.tsx'
import type { FieldBinding } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'

interface ApprovalFieldProps {
  readonly amount: number | null
  readonly fund: Answers['funds']['get'] | undefined
  readonly line: Answers['funds']['get']['budget'][number] | undefined
  readonly field: FieldBinding<string>
}

const ofLine = (left: number) => (left < 0 ? ('overAlready' as const) : ('over' as const))

/**
 * Where more is spent than the line or the fund has left, somebody else says that it may be; also where the book knows
 * better than the screen, because there was less on the day: then
 * the field says what is missing, and nothing else does.
 */
export function ApprovalField({ amount, fund, line, field }: ApprovalFieldProps) {
  const { t } = useText()
  if (!fund || !line || amount === null) return null
  const there = Math.max(0, fund.balance)
  const [left, key] = amount > line.left ? [line.left, ofLine(line.left)] : [there, 'overFund' as const]
  const isOver = amount > left
  if (!isOver && field.error === undefined && field.value === '') return null
  const over = { left: formatRupiah(left), already: formatRupiah(-left), short: formatRupiah(amount - left) }
  return (
    <>
      {isOver && field.error === undefined && (
        <Alert color="yellow" variant="light" role="status">
          <Text c="dark.9">{t(($) => $.capital.move.spend[key], over)}</Text>
        </Alert>
      )}
      <ApproverField label={t(($) => $.capital.move.spend.approvedBy)} field={field} />
    </>
  )
}
