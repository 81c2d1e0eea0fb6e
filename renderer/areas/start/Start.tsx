import { Button, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Answers } from '../../../shared/contract/index.ts'
import { LostBanner } from '../../app/Banners.tsx'
import { DisplaySettings } from '../../app/DisplaySettings.tsx'
import classes from '../../app/frame.module.css'
import { orpc } from '../../app/queries.ts'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { useText } from '../../ui/text.ts'
import { NewBookForm } from './NewBookForm.tsx'
import { OpenBook } from './OpenBook.tsx'

interface StartProps {
  readonly status: Answers['book']['status']
  readonly isLost: boolean
  readonly onRetry: () => void
}

/** No book is open: make one, open one, or look at the sample. */
export function Start({ status, isLost, onRetry }: StartProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const [isMaking, setMaking] = useState(false)
  useEffect(() => {
    document.title = `${t(($) => $.start.title)} - Lumbung`
  }, [t])
  // A book that opens begins at its first screen, wherever the last one was left.
  useEffect(() => void navigate('/', { replace: true }), [navigate])
  return (
    <div className={classes.start}>
      {isLost && <LostBanner onRetry={onRetry} />}
      <header className={classes.header}>
        <div className={classes.brand}>{t(($) => $.app.name)}</div>
        <DisplaySettings />
      </header>
      <main className={classes.startContent}>
        {isMaking ? (
          <NewBookForm today={status.today} onCancel={() => setMaking(false)} />
        ) : (
          <Stack gap="lg">
            <div>
              <Title order={1}>{t(($) => $.start.title)}</Title>
              <Text size="lg" c="gray.7" mt={4}>
                {t(($) => $.start.text)}
              </Text>
            </div>
            <Paper withBorder p="lg" radius="md">
              <Title order={2} size="h3">
                {t(($) => $.start.make.title)}
              </Title>
              <Text mt={4}>{t(($) => $.start.make.text)}</Text>
              <Button size="lg" mt="md" autoFocus onClick={() => setMaking(true)}>
                {t(($) => $.start.make.action)}
              </Button>
            </Paper>
            <OpenBook folder={status.folder} />
            <Sample />
          </Stack>
        )}
      </main>
    </div>
  )
}

function Sample() {
  const { t } = useText()
  const opening = useMutation(orpc.book.openSample.mutationOptions())
  return (
    <Paper withBorder p="lg" radius="md">
      <Title order={2} size="h3">
        {t(($) => $.start.sample.title)}
      </Title>
      <Text mt={4}>{t(($) => $.start.sample.text)}</Text>
      <Group mt="md" gap="md">
        <Button variant="default" disabled={opening.isPending} onClick={() => opening.mutate({})}>
          {t(($) => $.start.sample.action)}
        </Button>
        {opening.isPending && (
          <Group role="status" gap="xs">
            <Loader size="sm" />
            <Text>{t(($) => $.start.sample.making)}</Text>
          </Group>
        )}
      </Group>
      <Complaint error={opening.error} />
    </Paper>
  )
}
