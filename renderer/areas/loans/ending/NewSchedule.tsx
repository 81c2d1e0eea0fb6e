import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { formatPct } from '../../../../shared/rules/percent.ts'
import { orpc } from '../../../app/queries.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { FigureTable } from '../../../ui/display/FigureTable.tsx'
import { InstalmentTable } from '../../../ui/table/InstalmentTable.tsx'
import { useText } from '../../../ui/text.ts'
import type { Loan } from '../loan-words.ts'

type Preview = Answers['loans']['previewRestructure']

interface NewScheduleProps {
  readonly loan: Loan
  readonly preview: Preview | undefined
  readonly error: unknown
}

/** What the loan would go on as, beside what it is now. */
export function NewSchedule({ loan, preview, error }: NewScheduleProps) {
  const { t } = useText()
  const title = t(($) => $.loans.restructure.preview)
  return (
    <section aria-labelledby="new-schedule">
      <Title order={2} size="h4" mb="xs" id="new-schedule">
        {title}
      </Title>
      <Complaint error={error} />
      {preview === undefined || error !== null ? (
        error === null && <Text c="gray.7">{t(($) => $.loans.restructure.empty)}</Text>
      ) : (
        <Figures label={title} loan={loan} preview={preview} />
      )}
    </section>
  )
}

interface FiguresProps {
  readonly label: string
  readonly loan: Loan
  readonly preview: Preview
}

function Figures({ label, loan, preview }: FiguresProps) {
  const { t, language } = useText()
  const now = useQuery(orpc.loans.card.queryOptions({ input: { loanId: loan.loanId } }))
  const { schedule, totals } = preview
  const first = (rows: readonly { readonly payment: number }[]) => formatRupiah(rows[0]?.payment ?? 0)
  const parts = ['interestCapitalised', 'interestLetGo', 'penaltyLetGo'] as const
  const pct = t(($) => $.loans.pct, { pct: formatPct(preview.effectivePctPerMonth, language) })
  return (
    <>
      <FigureTable
        label={label}
        heads={{
          line: t(($) => $.loans.restructure.terms),
          columns: [t(($) => $.loans.restructure.before), t(($) => $.loans.restructure.after)],
        }}
        lines={[
          {
            title: t(($) => $.loans.restructure.owed),
            figures: [formatRupiah(loan.outstanding), formatRupiah(preview.principal)],
            isStrong: true,
          },
          {
            title: t(($) => $.loans.preview.first),
            figures: [first(now.data?.schedule ?? []), first(schedule)],
          },
          ...parts
            .filter((part) => preview[part] > 0)
            .map((part) => ({
              ...{ title: t(($) => $.loans.restructure[part]), figures: ['', formatRupiah(preview[part])] },
            })),
          { title: t(($) => $.loans.preview.interest), figures: ['', formatRupiah(totals.interest)] },
          { title: t(($) => $.loans.preview.effective), figures: ['', pct] },
        ]}
      />
      <Title order={2} size="h4" mt="md" mb="xs">
        {t(($) => $.loans.restructure.schedule)}
      </Title>
      <InstalmentTable
        label={t(($) => $.loans.restructure.schedule)}
        rows={schedule}
        totals={totals}
        maxHeight="20rem"
      />
    </>
  )
}
