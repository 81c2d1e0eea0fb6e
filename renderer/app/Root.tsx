import { Group, Loader, Text } from '@mantine/core'
import { Start } from '../areas/start/Start.tsx'
import { LeaveGuard } from '../ui/form/LeaveGuard.tsx'
import { useText } from '../ui/text.ts'
import { LostBanner } from './Banners.tsx'
import { Frame } from './Frame.tsx'
import { BookProvider, useBookStatus } from './session.tsx'

/** Everything below the routes, with one guard over what was typed. */
export function Root() {
  return (
    <LeaveGuard>
      <Desk />
    </LeaveGuard>
  )
}

/** Before a book is open there is only the start; with one, the frame around its screens. */
function Desk() {
  const { t } = useText()
  const { status, isLost, retry } = useBookStatus()
  const tryAgain = () => void retry()
  if (status === undefined) {
    if (isLost) return <LostBanner onRetry={tryAgain} />
    return (
      <Group role="status" p="xl" gap="sm">
        <Loader size="sm" />
        <Text>{t(($) => $.app.loading)}</Text>
      </Group>
    )
  }
  const { book, today } = status
  if (book === null) return <Start status={status} isLost={isLost} onRetry={tryAgain} />
  return (
    <BookProvider key={book.bookId} book={book} today={today}>
      <Frame isLost={isLost} onRetry={tryAgain} />
    </BookProvider>
  )
}
