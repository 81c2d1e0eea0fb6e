import { Alert, Button, FileButton, Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Refusal } from '../../../../shared/errors.ts'
import { refusalSentence } from '../../../../shared/text/refusal-sentence.ts'
import { orpc } from '../../../app/queries.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { failureOf } from '../../../ui/failure.ts'
import { useText } from '../../../ui/text.ts'
import { asTaken, type ChosenFile, readChosen } from './chosen-files.ts'
import { MergedReport } from './MergedReport.tsx'

/** Files of several cooperatives are chosen, and their report stands below them as soon as they are all sound. */
export function MergeFiles() {
  const { t, language } = useText()
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  const [accepted, setAccepted] = useState<readonly string[]>([])
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  const button = useRef<HTMLButtonElement>(null)
  const input = { files: asTaken(files), accept: [...accepted], language }
  const merged = useQuery({
    ...orpc.program.merge.queryOptions({ input }),
    ...{ enabled: files.length > 0, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
  })
  const choose = async (picked: readonly File[]) => {
    const read = await Promise.all(picked.map(readChosen))
    setRefused(read.filter((one) => one instanceof Refusal))
    const sound = read.filter((one): one is ChosenFile => !(one instanceof Refusal))
    setFiles((before) => [...before, ...sound])
    button.current?.focus()
  }
  const remove = (at: number) => {
    setFiles((before) => before.filter((_, index) => index !== at))
    setRefused([])
    button.current?.focus()
  }
  return (
    <section aria-label={t(($) => $.programScreen.merge.title)}>
      <Title order={2} size="h4" mt="xl" mb="xs">
        {t(($) => $.programScreen.merge.title)}
      </Title>
      <ChooseButton buttonRef={button} hasFiles={files.length > 0} onChosen={(picked) => void choose(picked)} />
      {refused.map((refusal) => (
        <Alert key={String(refusal.data.name)} color="red" variant="light" role="alert" my="sm" maw="44rem">
          <Text c="dark.9" style={{ overflowWrap: 'anywhere' }}>
            {refusalSentence(refusal, language)}
          </Text>
        </Alert>
      ))}
      <ChosenList files={files} onRemove={remove} />
      {files.length > 0 && (
        <>
          <Complaint error={merged.error} />
          <ChangedKey error={merged.error} onAccept={(key) => setAccepted((before) => [...before, key])} />
          {merged.data && <MergedReport merged={merged.data} files={files} />}
        </>
      )}
    </section>
  )
}

interface ChooseButtonProps {
  readonly buttonRef: React.RefObject<HTMLButtonElement | null>
  readonly hasFiles: boolean
  readonly onChosen: (picked: readonly File[]) => void
}

function ChooseButton({ buttonRef, hasFiles, onChosen }: ChooseButtonProps) {
  const { t } = useText()
  const reset = useRef<() => void>(null)
  const chosen = (picked: readonly File[]) => {
    // The same file can be chosen again after it was refused.
    reset.current?.()
    onChosen(picked)
  }
  return (
    <Group align="center" gap="md" mb="xs">
      <FileButton
        multiple
        onChange={chosen}
        accept="application/json,.json"
        resetRef={reset}
        inputProps={{ tabIndex: -1 }}
      >
        {(props) => (
          <Button {...props} ref={buttonRef} variant="default" size="md">
            {t(($) => $.programScreen.merge[hasFiles ? 'more' : 'choose'])}
          </Button>
        )}
      </FileButton>
      <Text size="sm" c="gray.7">
        {t(($) => $.programScreen.merge.text)}
      </Text>
    </Group>
  )
}

interface ChosenListProps {
  readonly files: readonly ChosenFile[]
  readonly onRemove: (at: number) => void
}

function ChosenList({ files, onRemove }: ChosenListProps) {
  const { t } = useText()
  if (files.length === 0) return null
  return (
    <ul aria-label={t(($) => $.programScreen.merge.chosen)}>
      {files.map(({ id, name }, index) => (
        <li key={id}>
          <Group gap="sm">
            <Text lang="id" style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Text>
            <Button
              variant="subtle"
              size="compact-md"
              onClick={() => onRemove(index)}
              aria-label={t(($) => $.programScreen.merge.removeNamed, { name })}
            >
              {t(($) => $.programScreen.merge.remove)}
            </Button>
          </Group>
        </li>
      ))}
    </ul>
  )
}

interface ChangedKeyProps {
  readonly error: unknown
  readonly onAccept: (key: string) => void
}

/** Another key than before is only accepted by whoever has compared the codes. */
function ChangedKey({ error, onAccept }: ChangedKeyProps) {
  const { t } = useText()
  if (error === null) return null
  const failure = failureOf(error)
  const key = failure.kind === 'refusal' && failure.reason === 'program_key_changed' ? failure.data.key : undefined
  if (typeof key !== 'string') return null
  return (
    <Group gap="sm" mb="sm">
      <Button variant="default" onClick={() => onAccept(key)}>
        {t(($) => $.programScreen.merge.accept)}
      </Button>
      <Text size="sm">{t(($) => $.programScreen.merge.acceptHint, { key })}</Text>
    </Group>
  )
}
