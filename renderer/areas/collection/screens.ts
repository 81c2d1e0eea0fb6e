import type { Area } from '../../app/area.ts'
import { GridIcon } from '../../ui/display/icons.tsx'

export const collectionArea: Area = {
  name: 'collection',
  title: ($) => $.app.nav.collection,
  icon: GridIcon,
  screens: [
    {
      path: 'collection',
      title: ($) => $.collection.title,
      load: () => import('./CollectionScreen.tsx').then((screen) => screen.CollectionScreen),
    },
  ],
}
