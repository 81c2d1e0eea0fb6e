import { Button, Group, Tabs, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import type { AskedReport } from '../../../shared/contract/reports.ts'
import { orpc } from '../../app/queries.ts'
import { StatementView } from '../../app/StatementView.tsx'
import { useBook } from '../../app/session.tsx'
import { scopeAsked } from '../../app/statement-links.ts'
import { useChoose } from '../../app/use-asked.ts'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { PdfPreview } from '../../ui/display/PdfPreview.tsx'
import { useText } from '../../ui/text.ts'
import { ChoiceFields } from './ChoiceFields.tsx'
import { choiceOf, choiceParams } from './choice-address.ts'
import { askedFor, isMenuReport, type MenuReport, usualChoice } from './report-choice.ts'
import { useReportFile } from './use-report-file.ts'

/** One report: what it wants to know, then the same figures on the screen, on paper and as a spreadsheet. */
export function ReportScreen() {
  const { report } = useParams()
  return isMenuReport(report) ? <Report key={report} report={report} /> : null
}

function Report({ report }: { readonly report: MenuReport }) {
  const { t, language } = useText()
  const { today } = useBook()
  const [search] = useSearchParams()
  const choose = useChoose()
  const usual = usualChoice(report, today)
  const choice = choiceOf(search, usual)
  const [view, setView] = useState<string | null>('screen')
  const chosen = askedFor(report, choice)
  const asked = chosen && { ...chosen, language }
  const { data } = useQuery(orpc.reports.list.queryOptions({ input: { language } }))
  const title = data?.rows.find((row) => row.report === report)?.title ?? ''
  return (
    <>
      <PageHead
        title={title}
        text={t(($) => $.reporting.about[report])}
        actions={
          <Button component={Link} to="/reports" variant="default">
            {t(($) => $.reporting.all)}
          </Button>
        }
      />
      <ChoiceFields report={report} choice={choice} onChange={(chosen) => choose(choiceParams(chosen, usual))} />
      {asked === undefined ? (
        <Text mt="md" c="gray.7">
          {t(($) => $.reporting[report === 'stockCard' ? 'chooseItem' : 'chooseAccount'])}
        </Text>
      ) : (
        <Tabs value={view} onChange={setView} mt="md" keepMounted={false}>
          <Group justify="space-between" align="flex-end" mb="sm">
            <Tabs.List>
              <Tabs.Tab value="screen">{t(($) => $.reporting.onScreen)}</Tabs.Tab>
              <Tabs.Tab value="paper">{t(($) => $.reporting.onPaper)}</Tabs.Tab>
            </Tabs.List>
            <FileButtons asked={asked} />
          </Group>
          <Tabs.Panel value="screen">
            <OnScreen asked={asked} />
          </Tabs.Panel>
          <Tabs.Panel value="paper">
            <OnPaper asked={asked} title={title} />
          </Tabs.Panel>
        </Tabs>
      )}
    </>
  )
}

function FileButtons({ asked }: { readonly asked: AskedReport }) {
  const { t } = useText()
  const { making, stop } = useReportFile(asked)
  if (making.isPending) {
    return (
      <Group gap="sm" role="status">
        <Text>{t(($) => $.reporting.making)}</Text>
        <Button variant="default" onClick={stop}>
          {t(($) => $.reporting.cancel)}
        </Button>
      </Group>
    )
  }
  return (
    <Group gap="sm">
      {making.isError && <Complaint error={making.error} />}
      <Button onClick={() => making.mutate('print')}>{t(($) => $.reporting.print)}</Button>
      <Button variant="default" onClick={() => making.mutate('pdf')}>
        {t(($) => $.reporting.pdf)}
      </Button>
      <Button variant="default" onClick={() => making.mutate('sheet')}>
        {t(($) => $.reporting.sheet)}
      </Button>
    </Group>
  )
}

function OnScreen({ asked }: { readonly asked: AskedReport }) {
  const query = useQuery({ ...orpc.reports.run.queryOptions({ input: asked }), placeholderData: keepPreviousData })
  if (query.isError) return <Complaint error={query.error} />
  if (query.data === undefined) return null
  return <StatementView statement={query.data} asked={scopeAsked(asked)} />
}

function OnPaper({ asked, title }: { readonly asked: AskedReport; readonly title: string }) {
  const query = useQuery(orpc.reports.pdf.queryOptions({ input: asked, gcTime: 0 }))
  if (query.isError) return <Complaint error={query.error} />
  return <PdfPreview title={title} file={query.data} />
}
