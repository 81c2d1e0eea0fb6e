import { Alert, Text } from '@mantine/core'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { TextField } from '../../../ui/fields/TextField.tsx'
import type { FieldBinding } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'

interface ApprovalFieldProps {
  readonly amount: number | null
  readonly line: Answers['funds']['get']['budget'][number] | undefined
  readonly field: FieldBinding<string>
}

/** Where more is spent than the line has left, somebody else says that it may be. */
export function ApprovalField({ amount, line, field }: ApprovalFieldProps) {
  const { t } = useText()
  if (!line || amount === null || amount <= line.left) return null
  const over = { left: formatRupiah(line.left), short: formatRupiah(amount - line.left) }
  return (
    <>
      <Alert color="yellow" variant="light" role="status">
        <Text c="dark.9">{t(($) => $.capital.move.spend.over, over)}</Text>
      </Alert>
      <TextField label={t(($) => $.capital.move.spend.approvedBy)} {...field} />
    </>
  )
}
