import { Text } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Answers, Inputs } from '../../../shared/contract/index.ts'
import { formatRupiah } from '../../../shared/rules/money.ts'
import { orpc } from '../../app/queries.ts'
import { client } from '../../client.ts'
import { ConfirmDialog } from '../../ui/dialogs/ConfirmDialog.tsx'
import { useText } from '../../ui/text.ts'

type Quote = Answers['savings']['withdrawQuote']
type Asked = Inputs['savings']['withdrawQuote']

interface EarlyCost {
  /** Saves, after what it costs was named and agreed to. */
  readonly save: () => Promise<void>
  /** What it would cost, beside the amount. */
  readonly note: ReactNode
  readonly dialog: ReactNode
}

/** What a withdrawal before its time costs is named before it is saved; undefined where nothing is asked yet. */
export function useEarlyCost(
  asked: (Omit<Asked, 'amount'> & { amount: number }) | undefined,
  save: () => Promise<void>,
): EarlyCost {
  const { t } = useText()
  const [cost, setCost] = useState<string>()
  const { data } = useQuery({ ...orpc.savings.withdrawQuote.queryOptions({ input: asked ?? skipToken }), retry: false })
  const costOf = useCostSentence()
  const saveKnowing = async () => {
    // Asked anew: the figure beside the amount may still be that of the amount before. A refusal is the save's to tell.
    const quote = asked && (await client.savings.withdrawQuote(asked).catch(() => undefined))
    const sentence = quote && costOf(quote)
    if (sentence === undefined) await save()
    else setCost(sentence)
  }
  const named =
    data &&
    (costOf(data) ??
      (data.free > 0 ? t(($) => $.savings.withdraw.free, { amount: formatRupiah(data.free) }) : undefined))
  return {
    save: saveKnowing,
    note: asked && named !== undefined && <Text role="status">{named}</Text>,
    dialog: (
      <ConfirmDialog
        isOpen={cost !== undefined}
        title={t(($) => $.savings.withdraw.costTitle)}
        text={t(($) => $.savings.withdraw.costAsk, { cost: cost ?? '' })}
        yes={t(($) => $.savings.withdraw.costYes)}
        no={t(($) => $.savings.withdraw.costNo)}
        onYes={() => {
          setCost(undefined)
          void save()
        }}
        onNo={() => setCost(undefined)}
      />
    ),
  }
}

function useCostSentence(): (quote: Quote) => string | undefined {
  const { t } = useText()
  return ({ early, penalty, forfeited, paid }) => {
    if (penalty > 0) {
      const words = { early: formatRupiah(early), penalty: formatRupiah(penalty), paid: formatRupiah(paid) }
      return t(($) => $.savings.withdraw.cost, words)
    }
    if (forfeited === 0) return undefined
    return t(($) => $.savings.withdraw.costForfeited, { forfeited: formatRupiah(forfeited), paid: formatRupiah(paid) })
  }
}
