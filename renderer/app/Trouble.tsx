import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { useText } from '../ui/text.ts'
import { LostBanner } from './Banners.tsx'

/** The files of a screen could not be fetched: the door that served this page is gone, or was renewed. */
export class ScreenUnreachable extends Error {}

/** The calm screen of a bug in a screen: what it means for the book, a number, a way on. No inner text is shown. */
export function Trouble() {
  const { t } = useText()
  const error = useRouteError()
  const [number] = useState(() => String(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0).slice(-6))
  const [isCopied, setCopied] = useState(false)
  const isMissing = isRouteErrorResponse(error) && error.status === 404
  if (error instanceof ScreenUnreachable) return <LostBanner onRetry={() => window.location.reload()} />
  const copy = async () => {
    await navigator.clipboard.writeText(report(number, error))
    setCopied(true)
  }
  return (
    <Stack role="alert" gap="sm" maw="40rem" p="xl">
      <Title order={1} size="h2">
        {isMissing ? t(($) => $.app.trouble.notFound) : t(($) => $.app.trouble.title)}
      </Title>
      {!isMissing && (
        <>
          <Text>{t(($) => $.app.trouble.text)}</Text>
          <Text fw={600}>{t(($) => $.app.trouble.number, { number })}</Text>
        </>
      )}
      <Group gap="sm" mt="sm">
        <Button component="a" href="#/" onClick={() => window.setTimeout(() => window.location.reload())}>
          {t(($) => $.app.trouble.home)}
        </Button>
        {!isMissing && (
          <>
            <Button variant="default" onClick={() => window.location.reload()}>
              {t(($) => $.app.trouble.again)}
            </Button>
            <Button variant="default" onClick={() => void copy()}>
              {t(($) => $.app.trouble.copy)}
            </Button>
          </>
        )}
      </Group>
      {isCopied && <Text role="status">{t(($) => $.app.trouble.copied)}</Text>}
    </Stack>
  )
}

function report(number: string, error: unknown): string {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  return [`Lumbung ${number}`, window.location.hash, `${name}: ${message}`, stack ?? ''].join('\n')
}
