import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { ConfirmDialog } from '../dialogs/ConfirmDialog.tsx'
import { useText } from '../text.ts'

interface LeaveGuardProps {
  readonly isDirty: () => boolean
}

/** Asks before typed work is left behind, on this page's links and when the window closes. */
export function LeaveGuard({ isDirty }: LeaveGuardProps) {
  const { t } = useText()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && isDirty(),
  )
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isDirty()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])
  return (
    <ConfirmDialog
      isOpen={blocker.state === 'blocked'}
      title={t(($) => $.ui.form.leaveTitle)}
      text={t(($) => $.ui.form.leaveText)}
      yes={t(($) => $.ui.form.leave)}
      no={t(($) => $.ui.form.stay)}
      onYes={() => blocker.proceed?.()}
      onNo={() => blocker.reset?.()}
    />
  )
}
