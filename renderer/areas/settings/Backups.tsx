import { Button, Group, Paper, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../app/queries.ts'
import { host } from '../../host.ts'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { Done } from '../../ui/display/Done.tsx'
import { momentText } from '../../ui/display/moment.ts'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useText } from '../../ui/text.ts'
import { BackupChoice } from './BackupChoice.tsx'
import { fileName, megabytes } from './backup-file.ts'
import classes from './settings.module.css'

/** Proven copies: make one now, keep one elsewhere, prove one, go back to one. */
export function Backups() {
  const { t, language } = useText()
  const list = useQuery(orpc.backup.list.queryOptions({ input: {} }))
  const backup = useMutation(orpc.backup.now.mutationOptions())
  const [chosen, setChosen] = useState<string>()
  return (
    <>
      <PageHead
        title={t(($) => $.settings.backup.title)}
        text={t(($) => $.settings.backup.text)}
        actions={
          <Button loading={backup.isPending} onClick={() => backup.mutate({})}>
            {t(($) => $.settings.backup.now)}
          </Button>
        }
      />
      <Done sentence={backup.data && t(($) => $.settings.backup.done, { path: backup.data.path })} />
      <Complaint error={backup.error} />
      <Elsewhere isBusy={backup.isPending} onPath={(path) => backup.mutate({ path })} />
      <Title order={2} size="h4" mt="lg" mb="xs">
        {t(($) => $.settings.backup.list)}
      </Title>
      <DataTable
        label={t(($) => $.settings.backup.list)}
        rows={list.data?.rows ?? []}
        rowKey={({ path }) => path}
        isLoading={list.isPending}
        hasFailed={list.isError}
        onRetry={() => void list.refetch()}
        empty={t(($) => $.settings.backup.empty)}
        onOpen={({ path }) => setChosen(path)}
        maxHeight="20rem"
        columns={[
          {
            key: 'at',
            title: t(($) => $.settings.backup.at),
            width: '16rem',
            value: ({ at }) => momentText(at, language),
          },
          { key: 'path', title: t(($) => $.settings.backup.path), value: ({ path }) => fileName(path) },
          {
            key: 'size',
            title: t(($) => $.settings.backup.size),
            kind: 'number',
            width: '7rem',
            value: ({ bytes }) => t(($) => $.settings.backup.megabytes, { size: megabytes(bytes) }),
          },
        ]}
      />
      {chosen !== undefined && <BackupChoice key={chosen} path={chosen} />}
    </>
  )
}

interface ElsewhereProps {
  readonly isBusy: boolean
  readonly onPath: (path: string) => void
}

/** A copy on a memory stick. The desktop asks for a folder; in a browser the path is typed. */
function Elsewhere({ isBusy, onPath }: ElsewhereProps) {
  const { t } = useText()
  const [path, setPath] = useState('')
  const choose = async () => {
    const folder = await host.chooseFolder()
    if (folder !== undefined) onPath(folder)
  }
  if (host.kind === 'desktop') {
    return (
      <Button variant="default" disabled={isBusy} onClick={() => void choose()}>
        {t(($) => $.settings.backup.nowTo)}
      </Button>
    )
  }
  return (
    <Paper withBorder p="md" radius="md" maw="44rem">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onPath(path.trim())
        }}
      >
        <Group align="flex-end" wrap="nowrap" className={classes.elsewhere}>
          <TextField
            label={t(($) => $.settings.backup.folderPath)}
            description={t(($) => $.settings.backup.folderHint)}
            value={path}
            onChange={setPath}
          />
          <Button type="submit" variant="default" disabled={isBusy || path.trim() === ''}>
            {t(($) => $.settings.backup.nowTo)}
          </Button>
        </Group>
      </form>
    </Paper>
  )
}
