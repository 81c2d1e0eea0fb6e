import { type ReactNode, useEffect, useState } from 'react'
import { useBlocker } from 'react-router'
import { ConfirmDialog } from '../dialogs/ConfirmDialog.tsx'
import { useText } from '../text.ts'
import { TypedWork, TypedWorkContext } from './typed-work.ts'

/** Stands once around all screens (a router takes one blocker): asks before typed work is left behind. */
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
  return (
    <TypedWorkContext value={work}>
      {children}
      <ConfirmDialog
        isOpen={blocker.state === 'blocked'}
        title={t(($) => $.ui.form.leaveTitle)}
        text={t(($) => $.ui.form.leaveText)}
        yes={t(($) => $.ui.form.leave)}
        no={t(($) => $.ui.form.stay)}
        onYes={() => blocker.proceed?.()}
        onNo={() => blocker.reset?.()}
      />
    </TypedWorkContext>
  )
}
