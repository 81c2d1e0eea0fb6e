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
      group: ($) => $.shu.title,
      title: ($) => $.shu.title,
      tab: ($) => $.shu.tab,
      load: () => import('./shu/Shu.tsx').then(({ Shu }) => Shu),
    },
    {
      path: 'closing/shu/member/:memberId',
      under: 'closing/shu',
      title: ($) => $.shu.sheet.title,
      load: () => import('./shu/MemberSheet.tsx').then(({ MemberSheet }) => MemberSheet),
      isInner: true,
    },
    {
      path: 'closing/funds',
      under: 'closing/shu',
      title: ($) => $.shu.funds.title,
      tab: ($) => $.shu.funds.tab,
      load: () => import('./shu-funds/ShuFunds.tsx').then(({ ShuFunds }) => ShuFunds),
    },
    {
      path: 'closing/meeting',
      title: ($) => $.meeting.title,
      load: () => import('./meeting/Meeting.tsx').then(({ Meeting }) => Meeting),
    },
    {
      path: 'closing/reporting',
      group: ($) => $.dueDates.title,
      title: ($) => $.dueDates.title,
      tab: ($) => $.dueDates.tab,
      load: () => import('./reporting/DueDates.tsx').then(({ DueDates }) => DueDates),
    },
    {
      path: 'closing/program',
      under: 'closing/reporting',
      title: ($) => $.programScreen.title,
      load: () => import('./program/ProgramFiles.tsx').then(({ ProgramFiles }) => ProgramFiles),
    },
    {
      path: 'closing/rule',
      under: 'closing/shu',
      title: ($) => $.shu.rule.title,
      load: () => import('./rule/Rule.tsx').then(({ Rule }) => Rule),
    },
    {
      path: 'closing/health',
      under: 'closing/reporting',
      title: ($) => $.health.title,
      load: () => import('./health/HealthAnswers.tsx').then(({ HealthAnswers }) => HealthAnswers),
    },
    {
      path: 'closing/promotion',
      under: 'closing/reporting',
      title: ($) => $.outsidePrices.title,
      load: () => import('./promotion/OutsidePrices.tsx').then(({ OutsidePrices }) => OutsidePrices),
    },
    {
      path: 'closing/deficit',
      under: 'closing/shu',
      title: ($) => $.shu.deficit.title,
      load: () => import('./shu/Deficit.tsx').then(({ Deficit }) => Deficit),
    },
  ],
}
