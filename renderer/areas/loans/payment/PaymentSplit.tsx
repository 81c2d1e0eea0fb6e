import { Text, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import type { client } from '../../../client.ts'
import { FigureTable } from '../../../ui/display/FigureTable.tsx'
import { useText } from '../../../ui/text.ts'
import { useFailureSentence } from '../../../ui/use-failure-sentence.ts'
import type { Loan } from '../loan-words.ts'
import type { Excess } from './ExcessField.tsx'
import { fromHeld, type Source } from './use-sources.ts'

type Asked = Parameters<typeof client.loans.previewPayment>[0]

interface Payment {
  readonly loan: Loan | undefined
  readonly amount: number | null
  readonly date: string | null
  readonly source: Source
  readonly excess: Excess | null
  /** Penalty that is let off, sen. */
  readonly waived: number
}

/** What is asked about a payment; undefined while something is missing. */
export function splitAsked({ loan, amount, date, source, excess, waived }: Payment): Asked | undefined {
  if (loan === undefined || amount === null || amount === 0 || date === null) return undefined
  return {
    ...{ loanId: loan.loanId, date, amount },
    ...(source === fromHeld ? { fromHeld: true as const } : excess !== null && { excess }),
    ...(waived > 0 && { waivePenalty: waived }),
  }
}

/** What the money will pay, part by part, before anything is written. */
export function PaymentSplit({ asked }: { readonly asked: Asked | undefined }) {
  const { t } = useText()
  // Between two digits of one amount nothing is asked.
  const [settled] = useDebouncedValue(asked, 120)
  const say = useFailureSentence()
  const { data, error } = useQuery({
    ...orpc.loans.previewPayment.queryOptions({ input: settled ?? skipToken }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const title = t(($) => $.loans.split.title)
  return (
    <section aria-labelledby="payment-split">
      <Title order={2} size="h4" mb="xs" id="payment-split">
        {title}
      </Title>
      {data === undefined || error !== null || settled === undefined ? (
        <Text c="gray.7">{(settled && say(error)) ?? t(($) => $.loans.split.empty)}</Text>
      ) : (
        <SplitFigures label={title} split={data} />
      )}
    </section>
  )
}

interface SplitFiguresProps {
  readonly label: string
  readonly split: Answers['loans']['previewPayment']
}

/** Jasa and pokok always, the rest where there is some. */
function SplitFigures({ label, split }: SplitFiguresProps) {
  const { t } = useText()
  const parts = ['interest', 'principal', 'penalty', 'held', 'fromHeld', 'outstanding', 'penaltyLeft'] as const
  const isShown = (part: (typeof parts)[number]) =>
    part === 'interest' || part === 'principal' || part === 'outstanding' || split[part] > 0
  return (
    <FigureTable
      label={label}
      lines={parts.filter(isShown).map((part) => ({
        title: t(($) => $.loans.split[part]),
        figures: [formatRupiah(split[part])],
        isStrong: part === 'outstanding',
      }))}
    />
  )
}
