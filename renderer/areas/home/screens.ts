import type { Area } from '../../app/area.ts'
import { HomeIcon } from '../../ui/display/icons.tsx'

export const homeArea: Area = {
  name: 'home',
  title: ($) => $.app.nav.home,
  icon: HomeIcon,
  screens: [{ path: '', title: ($) => $.home.title, load: () => import('./Home.tsx').then(({ Home }) => Home) }],
}
