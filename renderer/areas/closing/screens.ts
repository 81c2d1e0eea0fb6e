import type { Area } from '../../app/area.ts'
import { ClosingIcon } from '../../ui/display/icons.tsx'

/** Tutup buku & SHU: the ends of months and years, and what becomes of the surplus. */
export const closingArea: Area = {
  name: 'closing',
  title: ($) => $.app.nav.closing,
  icon: ClosingIcon,
  screens: [
    {
      path: 'closing',
      title: ($) => $.closing.month.title,
      load: () => import('./steps/MonthEnd.tsx').then(({ MonthEnd }) => MonthEnd),
    },
    {
      path: 'closing/year',
      title: ($) => $.closing.year.title,
      load: () => import('./steps/YearEnd.tsx').then(({ YearEnd }) => YearEnd),
    },
    {
      path: 'closing/shu',
      title: ($) => $.shu.title,
      load: () => import('./shu/Shu.tsx').then(({ Shu }) => Shu),
    },
    {
      path: 'closing/shu/member/:memberId',
      title: ($) => $.shu.sheet.title,
      load: () => import('./shu/MemberSheet.tsx').then(({ MemberSheet }) => MemberSheet),
      isInner: true,
    },
    {
      path: 'closing/meeting',
      title: ($) => $.meeting.title,
      load: () => import('./meeting/Meeting.tsx').then(({ Meeting }) => Meeting),
    },
    {
      path: 'closing/reporting',
      title: ($) => $.dueDates.title,
      load: () => import('./reporting/DueDates.tsx').then(({ DueDates }) => DueDates),
    },
    {
      path: 'closing/rule',
      title: ($) => $.shu.rule.title,
      load: () => import('./rule/Rule.tsx').then(({ Rule }) => Rule),
    },
    {
      path: 'closing/health',
      title: ($) => $.health.title,
      load: () => import('./health/HealthAnswers.tsx').then(({ HealthAnswers }) => HealthAnswers),
    },
    {
      path: 'closing/promotion',
      title: ($) => $.outsidePrices.title,
      load: () => import('./promotion/OutsidePrices.tsx').then(({ OutsidePrices }) => OutsidePrices),
    },
    {
      path: 'closing/deficit',
      title: ($) => $.shu.deficit.title,
      load: () => import('./shu/Deficit.tsx').then(({ Deficit }) => Deficit),
    },
  ],
}
