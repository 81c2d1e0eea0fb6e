import { Group, Paper, Text, Title } from '@mantine/core'
import { formatDate } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { sen } from '../../../../shared/rules/money.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { usePostingWarnings } from '../../../app/use-posting-warnings.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { useText } from '../../../ui/text.ts'
import { SettlementTable } from './SettlementTable.tsx'

interface ExitSheetProps {
  /** Undefined while no day is filled in or it is still asked for. */
  readonly quote: Answers['members']['exitQuote'] | undefined
  /** Why there is no settlement of this day. */
  readonly error: unknown
  readonly hasDate: boolean
}

/** The settlement of a day beside the form, to be gone through with the member and printed. */
export function ExitSheet({ quote, error, hasDate }: ExitSheetProps) {
  const { t, language } = useText()
  const title =
    quote === undefined
      ? t(($) => $.leaving.sheet.label)
      : t(($) => $.leaving.sheet.title, { date: formatDate(quote.date, language) })
  return (
    <Paper withBorder p="md" radius="md" aria-live="polite">
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <Complaint error={error} />
      {quote && <Quote quote={quote} />}
      {!hasDate && <Text c="gray.7">{t(($) => $.leaving.sheet.waiting)}</Text>}
    </Paper>
  )
}

function Quote({ quote }: { readonly quote: Answers['members']['exitQuote'] }) {
  const { t, language } = useText()
  const warnings = usePostingWarnings(quote.warnings)
  const { memberId, date, lossShare } = quote
  return (
    <>
      <SettlementTable sheet={quote} />
      <Group mt="sm">
        <PaperButton
          asked={{ report: 'exitSettlement', params: { memberId, date, lossShare: sen(lossShare) }, language }}
          label={t(($) => $.leaving.print)}
        />
      </Group>
      {warnings.map((warning) => (
        <Text key={warning} mt="sm">
          {warning}
        </Text>
      ))}
      {quote.guarantees.map(({ loanId, number, borrower }) => (
        <Text key={loanId} mt={4}>
          {t(($) => $.members.page.guarantee, { number, borrower })}
        </Text>
      ))}
    </>
  )
}
