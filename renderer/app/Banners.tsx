import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useText } from '../ui/text.ts'
import classes from './frame.module.css'
import { useBook } from './session.tsx'

/** Says that nobody answers: nothing can be saved, and what is shown may be old. */
export function LostBanner({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useText()
  return (
    <div className={classes.banner} role="alert">
      <span className={classes.bannerText}>{t(($) => $.app.lost.text)}</span>
      <Button variant="white" color="red" size="compact-md" onClick={onRetry}>
        {t(($) => $.app.lost.again)}
      </Button>
    </div>
  )
}

/** What the opening proof or the witness found: nothing is hidden, nothing is repaired behind anybody's back. */
export function AlarmBanner() {
  const { t } = useText()
  const { alarms } = useBook().book
  if (alarms.length === 0) return null
  return (
    <div className={classes.banner} role="alert">
      <span className={classes.bannerText}>
        <strong>{t(($) => $.app.alarm.title)}. </strong>
        {t(($) => $.app.alarm.text, { count: alarms.length })}
      </span>
      <Button component={Link} to="/books/verify" variant="white" color="red" size="compact-md">
        {t(($) => $.app.alarm.more)}
      </Button>
    </div>
  )
}

export function ReadOnlyBanner() {
  const { t } = useText()
  if (!useBook().book.readOnly) return null
  return (
    <div className={classes.banner} data-calm role="status">
      <span className={classes.bannerText}>{t(($) => $.app.readOnly)}</span>
    </div>
  )
}

/** Practice and sample books are another colour, and say what they are. */
export function BookBand() {
  const { t } = useText()
  const { kind } = useBook().book
  if (kind === 'real') return null
  return (
    <div className={classes.band} data-kind={kind}>
      {t(($) => $.app.band[kind])}
    </div>
  )
}
