import { Button, Group, Table, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { formatDate } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import type { AskedReport } from '../../../../shared/contract/reports.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { Done, useSaid } from '../../../ui/display/Done.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import { useClosingYear } from '../use-year.ts'
import { YearChoice } from '../YearChoice.tsx'

type DueRow = Answers['closing']['dueDates']['rows'][number]

/** What has to be reported about a book year: to whom, until when, the file itself, and whether it was sent. */
export function DueDates() {
  const { t } = useText()
  const { today } = useBook()
  const { year, rows } = useClosingYear()
  const [said, say] = useSaid()
  const queries = useQueryClient()
  const { data, error } = useQuery(orpc.closing.dueDates.queryOptions({ input: { year } }))
  const mark = useMutation({
    mutationFn: ({ key, sentOn }: DueRow) =>
      client.closing.markSent({
        ...{ requestId: crypto.randomUUID(), year, key, sentOn: sentOn === null ? today : null },
      }),
    onSuccess: async (_, { name, sentOn }) => {
      await queries.invalidateQueries()
      say(t(($) => $.dueDates[sentOn === null ? 'marked' : 'unmarked'], { name }))
    },
  })
  return (
    <>
      <PageHead title={t(($) => $.dueDates.title)} text={t(($) => $.dueDates.text)} />
      <Done key={said.count} sentence={said.sentence} />
      <Complaint error={error ?? mark.error} />
      <Group mb="md">
        <YearChoice year={year} rows={rows} />
      </Group>
      <Table.ScrollContainer minWidth="48rem">
        <Table aria-label={t(($) => $.dueDates.list, { year })} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              {(['name', 'recipient', 'due', 'state', 'actions'] as const).map((key) => (
                <Table.Th key={key}>{t(($) => $.dueDates[key])}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data?.rows.map((row) => (
              <Due key={row.key} row={row} year={year} isBusy={mark.isPending} onMark={() => mark.mutate(row)} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  )
}

interface DueProps {
  readonly row: DueRow
  readonly year: number
  readonly isBusy: boolean
  readonly onMark: () => void
}

function Due({ row, year, isBusy, onMark }: DueProps) {
  const { t, language } = useText()
  const { name, recipient, law, dueOn, sentOn, state } = row
  const report = reportOf(row, year)
  const isSent = sentOn !== null
  return (
    <Table.Tr>
      <Table.Td lang="id">
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="gray.7">
          {law}
        </Text>
      </Table.Td>
      <Table.Td lang="id">{recipient}</Table.Td>
      <Table.Td>{formatDate(dueOn, language)}</Table.Td>
      <Table.Td>{t(($) => $.dueDates.states[state], { date: formatDate(sentOn ?? dueOn, language) })}</Table.Td>
      <Table.Td>
        <Group gap="xs">
          {report && (
            <PaperButton
              asked={{ ...report, language }}
              label={t(($) => $.dueDates.print)}
              name={t(($) => $.dueDates.printOf, { name })}
              size="sm"
              isKept
            />
          )}
          <Button
            variant="default"
            size="sm"
            onClick={onMark}
            loading={isBusy}
            aria-label={t(($) => $.dueDates[isSent ? 'notSentOf' : 'sentOf'], { name })}
          >
            {t(($) => $.dueDates[isSent ? 'notSent' : 'sent'])}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}

/** The file the program makes for it; a report of a quarter is told by the quarter before its day. */
function reportOf({ package: made, dueOn }: DueRow, year: number): AskedReport | undefined {
  switch (made) {
    case 'governmentAnnual':
    case 'annualMeetingBook':
      return { report: made, params: { year } }
    case 'governmentQuarterly': {
      const quarter = Math.ceil(Number(dueOn.slice(5, 7)) / 3) - 1
      return { report: made, params: { quarter: quarter < 1 ? `${year}-Q4` : `${year}-Q${quarter}` } }
    }
    case 'programIndicators':
      return { report: made, params: { from: `${year}-01-01`, to: `${year}-12-31` } }
    default:
      return undefined
  }
}
