import { Button, FileButton, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { client } from '../../../client.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import { type ChosenContent, readChosenFile } from './chosen-file.ts'
import { ImportPreview } from './ImportPreview.tsx'
import { RefusedRows } from './RefusedRows.tsx'
import { UndoImport } from './UndoImport.tsx'

type Imported = Answers['members']['import']

interface Looked {
  readonly name: string
  readonly content: ChosenContent
  readonly answer: Imported
  /** Under which the file is taken in once, however often the button is pressed. */
  readonly requestId: string
}

interface Taken {
  readonly answer: Imported
  readonly requestId: string
}

/** Members from a list that was kept elsewhere: look first, then take all sound rows at once, or undo all of it. */
export function ImportMembers() {
  const { t } = useText()
  const reset = useRef<() => void>(null)
  const [problem, setProblem] = useState<'unreadable' | 'tooLarge'>()
  const looking = useMutation({
    mutationFn: async (file: File): Promise<Looked | undefined> => {
      const chosen = await readChosenFile(file)
      setProblem('problem' in chosen ? chosen.problem : undefined)
      if ('problem' in chosen) return undefined
      const { name, content } = chosen
      const requestId = crypto.randomUUID()
      const answer = await client.members.import({ requestId: `${requestId}.look`, ...content, dryRun: true })
      return { name, content, answer, requestId }
    },
    meta: { readsOnly: true },
  })
  const taking = useMutation({
    mutationFn: async ({ content, requestId }: Looked): Promise<Taken> => {
      return { answer: await client.members.import({ requestId, ...content }), requestId }
    },
  })
  const choose = (file: File | null) => {
    // The same file, corrected meanwhile, can be chosen again.
    reset.current?.()
    if (file === null) return
    taking.reset()
    looking.mutate(file)
  }
  const looked = taking.data ? undefined : looking.data
  return (
    <>
      <PageHead title={t(($) => $.members.import.title)} text={t(($) => $.members.import.text)} />
      <Group gap="sm" mb="md">
        <FileButton onChange={choose} accept=".csv,.xlsx,.txt,text/csv" resetRef={reset} inputProps={{ tabIndex: -1 }}>
          {(props) => (
            <Button {...props} variant={looked ? 'default' : 'filled'} loading={looking.isPending}>
              {looking.data ? t(($) => $.members.import.chooseOther) : t(($) => $.members.import.choose)}
            </Button>
          )}
        </FileButton>
        {looking.isPending && <Text role="status">{t(($) => $.members.import.looking)}</Text>}
      </Group>
      {problem && (
        <Text role="alert" c="red.9">
          {t(($) => $.members.import[problem])}
        </Text>
      )}
      {looking.isError && <Complaint error={looking.error} />}
      {taking.isError && <Complaint error={taking.error} />}
      {looked && (
        <ImportPreview
          name={looked.name}
          answer={looked.answer}
          isBusy={taking.isPending}
          onConfirm={() => taking.mutate(looked)}
        />
      )}
      {taking.data && <Outcome key={taking.data.requestId} taken={taking.data} />}
    </>
  )
}

function Outcome({ taken: { answer, requestId } }: { readonly taken: Taken }) {
  const { t } = useText()
  const { imported, refused } = answer
  const [undone, setUndone] = useState<number>()
  if (undone !== undefined) {
    return (
      <Text size="lg" fw={600} role="status">
        {t(($) => $.members.import.undone, { count: undone })}
      </Text>
    )
  }
  return (
    <>
      <Text size="lg" fw={600} role="status">
        {t(($) => $.members.import.done, { count: imported })}
      </Text>
      {refused.length > 0 && <Text>{t(($) => $.members.import.doneRefused, { count: refused.length })}</Text>}
      <Group gap="sm" my="md">
        <Button component={Link} to="/members" autoFocus>
          {t(($) => $.members.import.toList)}
        </Button>
        {imported > 0 && <UndoImport requestId={requestId} count={imported} onUndone={setUndone} />}
      </Group>
      <RefusedRows rows={refused} />
    </>
  )
}
