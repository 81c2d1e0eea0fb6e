import { NavLink } from 'react-router'
import { useText } from '../ui/text.ts'
import classes from './frame.module.css'
import { areas } from './map.ts'

/** The areas of the map, in its order. */
export function Navigation() {
  const { t } = useText()
  return (
    <nav className={classes.nav} aria-label={t(($) => $.app.nav.label)}>
      <ul>
        {areas.map(({ name, title, icon: Icon, screens }) => (
          <li key={name}>
            <NavLink to={`/${screens[0].path}`} end={screens[0].path === ''} className={classes.link ?? ''}>
              <Icon />
              {t(title)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
