import { type ReactNode, useEffect, useState } from 'react'
import { useBlocker } from 'react-router'
import { ConfirmDialog } from '../dialogs/ConfirmDialog.tsx'
import { useText } from '../text.ts'
import { TypedWork, TypedWorkContext } from './typed-work.ts'

/**
 * Stands once around all screens (a router takes one blocker): asks before typed work is left behind. What is being
 * written at this moment is waited for, and what still waits to be saved waits for her answer.
 */
export function LeaveGuard({ children }: { readonly children: ReactNode }) {
  const { t } = useText()
  const [work] = useState(() => new TypedWork())
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && work.isUnsaved(),
  )
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (work.isUnsaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [work])
  const [isAsking, setAsking] = useState(false)
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    let isBlocked = true
    work.ask()
    void work.saved().then(() => {
      if (!isBlocked) return
      if (work.isUnsaved()) setAsking(true)
      else blocker.proceed()
    })
    return () => {
      isBlocked = false
      setAsking(false)
      work.answer(false)
    }
  }, [blocker, work])
  return (
    <TypedWorkContext value={work}>
      {children}
      <ConfirmDialog
        isOpen={isAsking}
        title={t(($) => $.ui.form.leaveTitle)}
        text={t(($) => $.ui.form.leaveText)}
        yes={t(($) => $.ui.form.leave)}
        no={t(($) => $.ui.form.stay)}
        onYes={() => {
          work.answer(true)
          blocker.proceed?.()
        }}
        onNo={() => blocker.reset?.()}
      />
    </TypedWorkContext>
  )
}
