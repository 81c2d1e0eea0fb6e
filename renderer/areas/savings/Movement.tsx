import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { formatRupiah, sumSen } from '../../../shared/rules/money.ts'
import { orpc } from '../../app/queries.ts'
import { SavedPanel } from '../../app/SavedPanel.tsx'
import { useFreshVisit } from '../../app/use-fresh-visit.ts'
import { usePostingWarnings } from '../../app/use-posting-warnings.ts'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { memberOption, type PickedMember } from '../../ui/fields/MemberPicker.tsx'
import { useText } from '../../ui/text.ts'
import { LinkButton } from './LinkButton.tsx'
import { type Moved, MovementForm } from './MovementForm.tsx'
import type { Way } from './savings-choices.ts'

/** Money into a member's savings. */
export function Deposit() {
  return <Movement key="deposit" way="deposit" />
}

/** Money out of a member's savings. */
export function Withdraw() {
  return <Movement key="withdraw" way="withdraw" />
}

/** The form, or what became of it. `?member=` and `?account=` fill in what the screen before knew. */
function Movement({ way }: { readonly way: Way }) {
  const { t } = useText()
  const [params] = useSearchParams()
  const [moved, setMoved] = useState<Moved>()
  const [isAgain, setAgain] = useState(false)
  useFreshVisit(() => setMoved(undefined))
  const memberId = params.get('member')
  const known = useQuery({
    ...orpc.members.get.queryOptions({ input: { memberId: memberId ?? '' } }),
    enabled: memberId !== null,
  })
  const isWaiting = memberId !== null && known.isPending
  const member: PickedMember | null = known.data && !isAgain ? memberOption(known.data) : null
  return (
    <>
      <PageHead title={t(($) => $.savings[way].title)} />
      {moved && (
        <Notice
          way={way}
          moved={moved}
          onNext={() => {
            setMoved(undefined)
            setAgain(true)
          }}
        />
      )}
      {!moved && !isWaiting && (
        <MovementForm way={way} member={member} account={isAgain ? null : params.get('account')} onMoved={setMoved} />
      )}
    </>
  )
}

interface NoticeProps {
  readonly way: Way
  readonly moved: Moved
  readonly onNext: () => void
}

function Notice({ way, moved, onNext }: NoticeProps) {
  const { t } = useText()
  const { answer, member, productName, amount, savingsAccountId } = moved
  const warnings = usePostingWarnings(answer.warnings)
  const sentence = t(($) => $.savings[way].saved, {
    amount: formatRupiah(amount),
    member: member.title,
    product: productName,
  })
  const lost = sumSen([answer.penalty ?? 0, answer.forfeited ?? 0])
  const paid = { paid: formatRupiah(answer.paid ?? 0), lost: formatRupiah(lost) }
  return (
    <SavedPanel posted={answer} sentence={sentence} balance={answer.balance} warnings={warnings} onNext={onNext}>
      {lost > 0 && <Text mt="sm">{t(($) => $.savings.withdraw.paid, paid)}</Text>}
      <LinkButton to={`/savings/card/${savingsAccountId}`} label={t(($) => $.savings.form.card)} />
    </SavedPanel>
  )
}
