import { Group, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'

interface PageHeadProps {
  readonly title: string
  readonly text?: ReactNode
  /** What can be done here, on the right. */
  readonly actions?: ReactNode
}

/** The head of a screen. The window's title follows it, and those who hear the screen start here. */
export function PageHead({ title, text, actions }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} - Lumbung`
  }, [title])
  useEffect(() => {
    const { activeElement } = document
    const isInScreen = activeElement !== document.body && heading.current?.closest('main')?.contains(activeElement)
    if (!isInScreen) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <Group justify="space-between" align="flex-start" mb="md" gap="md">
      <div>
        <Title order={1} size="h2" ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {text !== undefined && (
          <Text c="gray.7" mt={2}>
            {text}
          </Text>
        )}
      </div>
      {actions !== undefined && <Group gap="sm">{actions}</Group>}
    </Group>
  )
}
