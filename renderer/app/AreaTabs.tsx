import { NavLink, useLocation } from 'react-router'
import { useText } from '../ui/text.ts'
import classes from './frame.module.css'
import { areas } from './map.ts'

/** The screens of the area one is in, above each of them. */
export function AreaTabs() {
  const { t } = useText()
  const { pathname } = useLocation()
  const [first = ''] = pathname.slice(1).split('/')
  const area = areas.find(({ screens }) => screens[0].path === first)
  const screens = area?.screens.filter(({ isInner, hasNoTab }) => !isInner && !hasNoTab) ?? []
  if (!area || screens.length < 2) return null
  return (
    <nav className={classes.tabs} aria-label={t(area.title)}>
      {screens.map(({ path, title, tab }, index) => (
        <NavLink key={path} to={`/${path}`} end={index === 0} className={classes.tab ?? ''}>
          {t(tab ?? title)}
        </NavLink>
      ))}
    </nav>
  )
}
