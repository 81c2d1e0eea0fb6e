import { Text } from '@mantine/core'
import { useText } from '../../../ui/text.ts'

interface CountProgressProps {
  /** Items that were counted, and all that can be. */
  readonly done: number
  readonly all: number
}

/** How far the counting is, and what happens to what it leaves out. */
export function CountProgress({ done, all }: CountProgressProps) {
  const { t } = useText()
  return (
    <div role="status">
      <Text fw={600}>{t(($) => $.shop.take.progress, { done, all })}</Text>
      {done > 0 && done < all && <Text>{t(($) => $.shop.take.uncounted, { left: all - done })}</Text>}
    </div>
  )
}
