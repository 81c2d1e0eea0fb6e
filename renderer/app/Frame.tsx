import { useHotkeys } from '@mantine/hooks'
import { Suspense, useEffect, useRef, useState } from 'react'
import { Outlet } from 'react-router'
import { useText } from '../ui/text.ts'
import { AreaTabs } from './AreaTabs.tsx'
import { BackToSteps } from './BackToSteps.tsx'
import { AlarmBanner, BookBand, LostBanner, ReadOnlyBanner } from './Banners.tsx'
import { Finder } from './Finder.tsx'
import classes from './frame.module.css'
import { Header } from './Header.tsx'
import { KeyboardHelp } from './KeyboardHelp.tsx'
import { Navigation } from './Navigation.tsx'
import { preloadScreens } from './preload.ts'

interface FrameProps {
  readonly isLost: boolean
  readonly onRetry: () => void
}

/** What stands around every screen of an open book. */
export function Frame({ isLost, onRetry }: FrameProps) {
  const { t } = useText()
  const main = useRef<HTMLElement>(null)
  const [isHelping, setHelping] = useState(false)
  const openHelp = () => setHelping(true)
  useEffect(() => void preloadScreens(), [])
  useHotkeys([
    ['shift+?', openHelp],
    ['?', openHelp],
  ])
  return (
    <div className={classes.frame}>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        {t(($) => $.app.skip)}
      </button>
      <header className={classes.top}>
        <BookBand />
        {isLost && <LostBanner onRetry={onRetry} />}
        <AlarmBanner />
        <ReadOnlyBanner />
        <Header onHelp={openHelp} />
      </header>
      <Navigation />
      <main ref={main} className={classes.main} tabIndex={-1}>
        <div className={classes.content}>
          <AreaTabs />
          <BackToSteps />
          <Suspense>
            <Outlet />
          </Suspense>
        </div>
      </main>
      <Finder />
      <KeyboardHelp isOpen={isHelping} onClose={() => setHelping(false)} />
    </div>
  )
}
