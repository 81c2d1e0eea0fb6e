import { Button, Group, Paper, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../app/queries.ts'
import { client } from '../../client.ts'
import { host } from '../../host.ts'
import { ReasonDialog } from '../../ui/dialogs/ReasonDialog.tsx'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { Done } from '../../ui/display/Done.tsx'
import { useText } from '../../ui/text.ts'
import { useFailureSentence } from '../../ui/use-failure-sentence.ts'
import { fileName } from './backup-file.ts'
import classes from './settings.module.css'

/** What can be done with one backup: prove it, see where it lies, put it in the book's place. */
export function BackupChoice({ path }: { readonly path: string }) {
  const { t } = useText()
  const say = useFailureSentence()
  const proof = useMutation({ mutationFn: () => client.backup.verify({ path }) })
  const restore = useMutation(orpc.backup.restore.mutationOptions({ onSuccess: () => setAsking(false) }))
  const [isAsking, setAsking] = useState(false)
  const { data: found } = proof
  return (
    <Paper withBorder p="lg" radius="md" mt="md">
      <Text fw={600}>{fileName(path)}</Text>
      <Text size="sm" c="gray.7" className={classes.path}>
        {path}
      </Text>
      <Complaint error={proof.error} />
      {found && (
        <Text role="status" mt="sm" c={found.ok ? 'dark.9' : 'red.9'}>
          {found.ok
            ? t(($) => $.settings.backup.ok, { count: found.entries })
            : t(($) => $.settings.backup.notOk, { count: found.problems.length })}
        </Text>
      )}
      <Done
        sentence={
          restore.data &&
          t(($) => $.settings.backup.restored, { count: restore.data.entries, path: restore.data.movedAside })
        }
      />
      <Group gap="sm" mt="md">
        <Button variant="default" loading={proof.isPending} onClick={() => proof.mutate()}>
          {t(($) => $.settings.backup.verify)}
        </Button>
        {host.kind === 'desktop' && (
          <Button variant="default" onClick={() => void host.showInFolder(path)}>
            {t(($) => $.settings.backup.show)}
          </Button>
        )}
        <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
          {t(($) => $.settings.backup.restore)}
        </Button>
      </Group>
      <ReasonDialog
        isOpen={isAsking}
        title={t(($) => $.settings.backup.restoreTitle)}
        text={t(($) => $.settings.backup.restoreText)}
        reasonLabel={t(($) => $.settings.backup.reason)}
        confirm={t(($) => $.settings.backup.confirm)}
        keep={t(($) => $.settings.backup.keep)}
        isBusy={restore.isPending}
        refusal={say(restore.error)}
        onConfirm={(reason) => restore.mutate({ path, reason })}
        onClose={() => setAsking(false)}
      />
    </Paper>
  )
}
