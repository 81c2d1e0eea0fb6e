import { Badge, Button, Group, Paper, Stack, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { orpc } from '../../app/queries.ts'
import { host } from '../../host.ts'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useText } from '../../ui/text.ts'
import classes from './start.module.css'

/** Books that were open before, and any other by its file. A browser never learns paths: there it is typed. */
export function OpenBook({ folder }: { readonly folder: string }) {
  const { t } = useText()
  const recent = useQuery(orpc.book.recent.queryOptions({ input: {} }))
  const opening = useMutation(orpc.book.open.mutationOptions())
  const [path, setPath] = useState('')
  const open = (file: string) => opening.mutate({ path: file })
  const choose = async () => {
    const chosen = await host.chooseBook()
    if (chosen !== undefined) open(chosen)
  }
  const openTyped = (event: FormEvent) => {
    event.preventDefault()
    open(path.trim())
  }
  const rows = recent.data?.rows ?? []
  return (
    <Paper withBorder p="lg" radius="md">
      <Title order={2} size="h3">
        {t(($) => $.start.open.title)}
      </Title>
      {rows.length > 0 && (
        <Stack gap="xs" mt="md">
          {rows.map((book) => (
            <button
              key={book.path}
              type="button"
              className={classes.recent}
              disabled={!book.isThere || opening.isPending}
              onClick={() => open(book.path)}
            >
              <Group gap="xs">
                <span className={classes.name}>{book.name}</span>
                {(book.kind === 'practice' || book.kind === 'sample') && (
                  <Badge color="violet" variant="light" tt="none">
                    {t(($) => $.start.open.kind[book.kind === 'practice' ? 'practice' : 'sample'])}
                  </Badge>
                )}
              </Group>
              <span className={classes.path}>
                {book.path}
                {!book.isThere && ` (${t(($) => $.start.open.gone)})`}
              </span>
            </button>
          ))}
        </Stack>
      )}
      {host.kind === 'desktop' ? (
        <Button variant="default" mt="md" onClick={() => void choose()}>
          {t(($) => $.start.open.choose)}
        </Button>
      ) : (
        <form onSubmit={openTyped}>
          <Group align="flex-end" gap="sm" mt="md" wrap="nowrap" className={classes.typed}>
            <TextField
              label={t(($) => $.start.open.path)}
              description={t(($) => $.start.open.pathHint, { folder })}
              value={path}
              onChange={setPath}
            />
            <Button type="submit" variant="default" disabled={path.trim() === ''} loading={opening.isPending}>
              {t(($) => $.start.open.action)}
            </Button>
          </Group>
        </form>
      )}
      <Complaint error={opening.error} />
    </Paper>
  )
}
