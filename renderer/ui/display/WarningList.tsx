import { List, Text } from '@mantine/core'
import { useText } from '../text.ts'

/** What to look at after something was saved, in sentences; nothing where there is nothing. */
export function WarningList({ warnings }: { readonly warnings: readonly string[] }) {
  const { t } = useText()
  if (warnings.length === 0) return null
  return (
    <>
      <Text fw={600} mt="sm">
        {t(($) => $.ui.saved.warnings)}
      </Text>
      <List>
        {warnings.map((warning) => (
          <List.Item key={warning}>{warning}</List.Item>
        ))}
      </List>
    </>
  )
}
