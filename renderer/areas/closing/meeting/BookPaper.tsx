import { Button, Group, Progress, Text } from '@mantine/core'
import type { BookProgress } from '../../../../shared/contract/report-answers.ts'
import type { AskedBook } from '../../../../shared/contract/reports.ts'
import type { HostFile } from '../../../../shared/host.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { host } from '../../../host.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { useText } from '../../../ui/text.ts'
import classes from './meeting.module.css'
import { useBookMaking } from './use-book-making.ts'

/** Prints or keeps the book: how far it is while it is made, and its volumes where it has several. */
export function BookPaper({ asked }: { readonly asked: AskedBook }) {
  const { t, language } = useText()
  const { making, progress, stop } = useBookMaking(asked)
  const brief = { report: 'annualMeetingBook', params: { year: asked.params.year, brief: true }, language } as const
  // Neither button goes away while the book is made: the focus stays where it is, a second press does nothing.
  const begins = (use: 'print' | 'keep') => ({
    'aria-disabled': making.isPending,
    onClick: () => {
      if (!making.isPending) making.mutate(use)
    },
  })
  return (
    <>
      <Group align="flex-end" gap="sm">
        <Button {...begins('print')}>{t(($) => $.meeting.print)}</Button>
        <Button variant="default" {...begins('keep')}>
          {t(($) => $.meeting.keep)}
        </Button>
        <PaperButton asked={asked} label={t(($) => $.meeting.sheet)} isSheet />
        <PaperButton asked={brief} label={t(($) => $.meeting.brief)} isKept />
      </Group>
      {making.isPending && <HowFar progress={progress} onStop={stop} />}
      {making.isError && <Complaint error={making.error} />}
      {making.data && making.data.length > 0 && <Volumes files={making.data} />}
    </>
  )
}

/** Reading, planning, drawing: which of them, how many of how many, and what part of the whole is done. */
function HowFar({ progress, onStop }: { readonly progress: BookProgress | undefined; readonly onStop: () => void }) {
  const { t } = useText()
  const { stage, done, of, pct } = progress ?? { stage: 'waiting' as const, done: 0, of: 0, pct: 0 }
  const sentence = t(($) => $.meeting.stage[stage], { done, of })
  return (
    <Group align="center" gap="sm" mt="sm" className={classes.far}>
      <div className={classes.bar}>
        <Text role="status">{sentence}</Text>
        <Progress.Root size="lg" mt={4}>
          <Progress.Section value={pct} aria-label={t(($) => $.meeting.making)} aria-valuetext={`${pct}%`} />
        </Progress.Root>
        <Text size="sm">{t(($) => $.meeting.pct, { pct })}</Text>
      </div>
      <Button variant="default" onClick={onStop}>
        {t(($) => $.meeting.cancel)}
      </Button>
    </Group>
  )
}

function Volumes({ files }: { readonly files: readonly HostFile[] }) {
  const { t } = useText()
  return (
    <section aria-label={t(($) => $.meeting.volumes)}>
      <Text my="sm">{t(($) => $.meeting.volumesMade, { volumes: files.length })}</Text>
      <Button onClick={() => void host.saveFiles(files)}>{t(($) => $.meeting.keepAll)}</Button>
      <ol className={classes.volumes}>
        {files.map((file, index) => {
          const name = t(($) => $.meeting.volume, { volume: index + 1 })
          return (
            <li key={file.name}>
              <Group gap="sm">
                <Text>{name}</Text>
                <Button
                  size="sm"
                  variant="default"
                  aria-label={t(($) => $.meeting.printVolume, { volume: index + 1 })}
                  onClick={() => void host.printFile(file)}
                >
                  {t(($) => $.meeting.printOne)}
                </Button>
                <Button
                  size="sm"
                  variant="default"
                  aria-label={t(($) => $.meeting.keepVolume, { volume: index + 1 })}
                  onClick={() => void host.saveFile(file)}
                >
                  {t(($) => $.meeting.keep)}
                </Button>
              </Group>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
