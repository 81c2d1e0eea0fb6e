import { Alert, Group, Text, Title } from '@mantine/core'
import type { Answers } from '../../../../shared/contract/index.ts'
import type { AskedReport } from '../../../../shared/contract/reports.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { StatementView } from '../../../app/StatementView.tsx'
import { useText } from '../../../ui/text.ts'
import { asTaken, type ChosenFile } from './chosen-files.ts'

interface MergedReportProps {
  readonly merged: Answers['program']['merge']
  readonly files: readonly ChosenFile[]
}

/** The report of the chosen files, to be read, printed and kept; whoever is new here is to be telephoned. */
export function MergedReport({ merged, files }: MergedReportProps) {
  const { t, language } = useText()
  const asked: AskedReport = { report: 'programConsolidated', params: { files: asTaken(files) }, language }
  const strangers = new Map(merged.files.filter(({ isNew }) => isNew).map((one) => [one.cooperativeId, one]))
  return (
    <section aria-label={t(($) => $.programScreen.merge.result)}>
      {strangers.size > 0 && (
        <Alert color="yellow" variant="light" role="status" my="sm" maw="44rem">
          <Text c="dark.9">{t(($) => $.programScreen.merge.firstSeen)}</Text>
          {[...strangers.values()].map(({ cooperativeId, cooperative, key }) => (
            <Text key={cooperativeId} c="dark.9" fw={600} lang="id">
              {t(($) => $.programScreen.merge.firstSeenOf, { cooperative, key })}
            </Text>
          ))}
        </Alert>
      )}
      <Group justify="space-between" align="flex-end" my="sm">
        <Title order={3} size="h5">
          {t(($) => $.programScreen.merge.result)}
        </Title>
        <Group gap="sm">
          <PaperButton asked={asked} label={t(($) => $.programScreen.merge.print)} variant="filled" />
          <PaperButton asked={asked} label={t(($) => $.programScreen.merge.keep)} isKept />
          <PaperButton asked={asked} label={t(($) => $.programScreen.merge.sheet)} isSheet />
        </Group>
      </Group>
      <StatementView statement={merged} />
    </section>
  )
}
