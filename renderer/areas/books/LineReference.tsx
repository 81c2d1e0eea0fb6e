import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { AccountAnswer } from '../../../shared/contract/accounts.ts'
import { formatRupiah } from '../../../shared/rules/money.ts'
import { MemberSearch } from '../../app/MemberSearch.tsx'
import { orpc } from '../../app/queries.ts'
import { useText } from '../../ui/text.ts'
import type { EntryLine } from './entry-lines.ts'

interface LineReferenceProps {
  readonly line: EntryLine
  readonly number: number
  readonly account: AccountAnswer | undefined
  readonly onChange: (line: EntryLine) => void
  readonly errorAt: (path: string) => string | undefined
}

/** Whose card a line on a control account belongs to: asked only where the account's lines must name one. */
export function LineReference({ line, number, account, onChange, errorAt }: LineReferenceProps) {
  const { t } = useText()
  const subledger = account?.subledger
  const isSavings = subledger === 'savings'
  if (!isSavings && subledger !== 'member') return null
  return (
    <>
      <MemberSearch
        label={t(($) => $.bookkeeping.post.lineMember, { line: number })}
        isLabelHidden
        value={line.member}
        status="all"
        onChange={(member) => onChange({ ...line, member, savingsAccountId: null })}
        error={errorAt(`lines.${line.key}.memberId`)}
      />
      {isSavings && line.member !== null && (
        <SavingsCardSelect
          line={line}
          memberId={line.member.id}
          account={account}
          onChange={onChange}
          errorAt={errorAt}
        />
      )}
    </>
  )
}

type SavingsCardSelectProps = Omit<LineReferenceProps, 'number'> & { readonly memberId: string }

function SavingsCardSelect({ line, memberId, account, onChange, errorAt }: SavingsCardSelectProps) {
  const { t } = useText()
  const products = useQuery(orpc.savings.products.queryOptions({ input: {} }))
  const { data } = useQuery(orpc.savings.list.queryOptions({ input: { memberId } }))
  const fitting = new Set(
    (products.data?.rows ?? []).filter((product) => product.account === account?.code).map(({ product }) => product),
  )
  const cards = (data?.rows ?? []).filter(({ product }) => fitting.has(product))
  const only = cards.length === 1 ? cards[0]?.savingsAccountId : undefined
  useEffect(() => {
    if (line.savingsAccountId === null && only !== undefined) onChange({ ...line, savingsAccountId: only })
  }, [line, only, onChange])
  return (
    <Select
      aria-label={t(($) => $.bookkeeping.post.card)}
      error={
        data && cards.length === 0 ? t(($) => $.bookkeeping.post.noCard) : errorAt(`lines.${line.key}.savingsAccountId`)
      }
      value={line.savingsAccountId}
      onChange={(savingsAccountId) => onChange({ ...line, savingsAccountId })}
      data={cards.map(({ savingsAccountId, number, productName, balance }) => ({
        value: savingsAccountId,
        label: `${productName} ${number} (${formatRupiah(balance)})`,
      }))}
    />
  )
}
