import { Link } from 'react-router'
import { useText } from '../ui/text.ts'
import { backupAge } from './backup-age.ts'
import classes from './frame.module.css'
import { useBook } from './session.tsx'

/** How old the last proven backup is: green, amber, red, and always in words. Leads to the backups. */
export function BackupBadge() {
  const { t } = useText()
  const { book, today } = useBook()
  // The sample can be made again at any time: it needs no backup.
  if (book.kind === 'sample') return null
  const { state, days } = backupAge(book, today)
  const age =
    days === null
      ? t(($) => $.app.backup.none)
      : days === 0
        ? t(($) => $.app.backup.today)
        : days === 1
          ? t(($) => $.app.backup.yesterday)
          : t(($) => $.app.backup.daysAgo, { days })
  return (
    <Link to="/settings/backup" className={classes.backup} data-state={state}>
      {age} ({t(($) => $.app.backup.state[state])})
    </Link>
  )
}
