import { Alert, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { ApproverField } from '../../../app/ApproverField.tsx'
import { orpc } from '../../../app/queries.ts'
import { leftOfFund } from '../../../app/use-open-funds.ts'
import type { FieldBinding } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'
import type { Loan } from '../loan-words.ts'

interface FundMoneyProps {
  readonly loan: Loan
  readonly field: FieldBinding<string>
}

/** Whose money is paid out; where less is free, somebody else says that it may be. */
export function FundMoney({ loan: { fund, principal }, field }: FundMoneyProps) {
  const { t } = useText()
  const { data } = useQuery({
    ...orpc.funds.get.queryOptions({ input: { fundId: fund?.fundId ?? '', asOf: '2999-12-31' } }),
    enabled: fund !== null,
  })
  if (!fund || !data) return null
  const free = Math.max(0, leftOfFund(data))
  const told = { fund: fund.name, free: formatRupiah(free) }
  const isOver = principal > free
  // On the day of the payout less may be free than in the end: then the book asks for a name.
  if (!isOver && field.error === undefined && field.value === '')
    return <Text c="gray.7">{t(($) => $.loans.disburse.ofFund, told)}</Text>
  return (
    <>
      {isOver && (
        <Alert color="yellow" variant="light" role="status">
          <Text c="dark.9">
            {t(($) => $.loans.disburse.overFree, { ...told, short: formatRupiah(principal - free) })}
          </Text>
        </Alert>
      )}
      <ApproverField label={t(($) => $.loans.disburse.approvedBy)} field={field} />
    </>
  )
}
