import { formatDate } from '../../../../shared/calendar.ts'
import { UndoRequest } from '../../../app/UndoRequest.tsx'
import { useText } from '../../../ui/text.ts'

interface UndoExitProps {
  /** Of the leaving. */
  readonly requestId: string
  readonly date: string
  readonly onUndone: () => void
}

/** Takes a leaving back: the member is one again. */
export function UndoExit({ requestId, date, onUndone }: UndoExitProps) {
  const { t, language } = useText()
  const words = {
    action: t(($) => $.leaving.undo.action),
    title: t(($) => $.leaving.undo.title),
    reason: t(($) => $.leaving.undo.reason),
    keep: t(($) => $.leaving.undo.keep),
    text: (day: string) => t(($) => $.leaving.undo.text, { date: formatDate(day, language) }),
  }
  return <UndoRequest {...{ requestId, date, words, onUndone }} />
}
