import type { Area } from '../../app/area.ts'
import { ReportIcon } from '../../ui/display/icons.tsx'

/** Laporan: every statement, book and list, on the screen, on paper and as a spreadsheet. */
export const reportsArea: Area = {
  name: 'reports',
  title: ($) => $.app.nav.reports,
  icon: ReportIcon,
  screens: [
    {
      path: 'reports',
      title: ($) => $.reporting.title,
      load: () => import('./ReportList.tsx').then(({ ReportList }) => ReportList),
    },
    {
      path: 'reports/:report',
      title: ($) => $.reporting.title,
      load: () => import('./ReportScreen.tsx').then(({ ReportScreen }) => ReportScreen),
      isInner: true,
    },
  ],
}
