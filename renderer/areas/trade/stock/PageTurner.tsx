import { Button, Group, Text } from '@mantine/core'
import { useText } from '../../../ui/text.ts'

interface PageTurnerProps {
  /** From nought. */
  readonly page: number
  readonly pages: number
  readonly onTurn: (page: number) => void
}

/** The pages of a long sheet that is typed into, one before and one behind; nothing where there is one. */
export function PageTurner({ page, pages, onTurn }: PageTurnerProps) {
  const { t } = useText()
  if (pages < 2) return null
  return (
    <Group gap="sm" my="sm">
      <Button variant="default" disabled={page === 0} onClick={() => onTurn(page - 1)}>
        {t(($) => $.shop.take.before)}
      </Button>
      <Text>{t(($) => $.shop.take.page, { page: page + 1, pages })}</Text>
      <Button variant="default" disabled={page + 1 >= pages} onClick={() => onTurn(page + 1)}>
        {t(($) => $.shop.take.behind)}
      </Button>
    </Group>
  )
}
