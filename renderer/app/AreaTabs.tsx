import { Link, matchPath, useLocation } from 'react-router'
import { useText } from '../ui/text.ts'
import { type Area, markedTab, type Screen } from './area.ts'
import classes from './frame.module.css'
import { areas } from './map.ts'

/** The screens of the area one is in, above each of them; what belongs together shares a tab and has a line below it. */
export function AreaTabs() {
  const { t } = useText()
  const { pathname } = useLocation()
  const [first = ''] = pathname.slice(1).split('/')
  const area = areas.find(({ screens }) => screens[0].path === first)
  const screens = area?.screens.filter(({ isInner, hasNoTab }) => !isInner && !hasNoTab) ?? []
  if (!area || screens.length < 2) return null
  const leader = leaderOf(area, pathname)
  const marked = markedTab(screens, pathname)
  const group = screens.filter(({ path, under }) => (under ?? path) === leader?.path)
  return (
    <>
      <nav className={classes.tabs} aria-label={t(area.title)}>
        {screens
          .filter(({ under }) => under === undefined)
          .map((screen) =>
            screen.group ? (
              <Link
                key={screen.path}
                to={`/${screen.path}`}
                className={classes.tab}
                aria-current={screen === leader ? 'page' : undefined}
              >
                {t(screen.group)}
              </Link>
            ) : (
              <Tab key={screen.path} screen={screen} isMarked={!leader?.group && screen.path === marked} />
            ),
          )}
      </nav>
      {leader?.group && (
        <nav className={classes.group} aria-label={t(leader.group)}>
          {group.map((screen) => (
            <Tab key={screen.path} screen={screen} isMarked={screen.path === marked} />
          ))}
        </nav>
      )}
    </>
  )
}

interface TabProps {
  readonly screen: Screen
  readonly isMarked: boolean
}

function Tab({ screen: { path, title, tab }, isMarked }: TabProps) {
  const { t } = useText()
  return (
    <Link to={`/${path}`} className={classes.tab} aria-current={isMarked ? 'page' : undefined}>
      {t(tab ?? title)}
    </Link>
  )
}

/** The screen whose tab the one at this address shares: its own where it stands with no other. */
function leaderOf({ screens }: Area, pathname: string): Screen | undefined {
  const here = screens.find(({ path }) => matchPath(`/${path}`, pathname))
  return here?.under === undefined ? here : screens.find(({ path }) => path === here.under)
}
