import type { Area } from '../../app/area.ts'
import { SavingsIcon } from '../../ui/display/icons.tsx'

/** Simpanan: who has saved what, money in and out over the counter, the cards. */
export const savingsArea: Area = {
  name: 'savings',
  title: ($) => $.app.nav.savings,
  icon: SavingsIcon,
  screens: [
    {
      path: 'savings',
      title: ($) => $.savings.title,
      load: () => import('./SavingsList.tsx').then(({ SavingsList }) => SavingsList),
    },
    {
      path: 'savings/deposit',
      title: ($) => $.savings.deposit.title,
      tab: ($) => $.savings.deposit.tab,
      load: () => import('./Movement.tsx').then(({ Deposit }) => Deposit),
    },
    {
      path: 'savings/withdraw',
      title: ($) => $.savings.withdraw.title,
      tab: ($) => $.savings.withdraw.tab,
      load: () => import('./Movement.tsx').then(({ Withdraw }) => Withdraw),
    },
    {
      path: 'savings/open',
      title: ($) => $.savings.open.title,
      load: () => import('./OpenSavings.tsx').then(({ OpenSavings }) => OpenSavings),
    },
    {
      path: 'savings/arrears',
      title: ($) => $.savings.arrears.title,
      tab: ($) => $.savings.arrears.tab,
      load: () => import('./Arrears.tsx').then(({ Arrears }) => Arrears),
    },
    {
      path: 'savings/terms',
      title: ($) => $.termDeposits.title,
      tab: ($) => $.termDeposits.tab,
      load: () => import('./terms/TermList.tsx').then(({ TermList }) => TermList),
    },
    {
      path: 'savings/interest',
      title: ($) => $.savingsInterest.title,
      load: () => import('./interest/InterestRun.tsx').then(({ InterestRun }) => InterestRun),
    },
    {
      path: 'savings/withholding',
      title: ($) => $.savingsInterest.withholding.title,
      load: () => import('./interest/Withholding.tsx').then(({ Withholding }) => Withholding),
    },
    {
      path: 'savings/terms/open',
      title: ($) => $.termDeposits.open.title,
      load: () => import('./terms/PlaceTerm.tsx').then(({ OpenTerm }) => OpenTerm),
      isInner: true,
    },
    {
      path: 'savings/terms/take-over',
      title: ($) => $.termDeposits.taken.title,
      load: () => import('./terms/PlaceTerm.tsx').then(({ TakeOverTerm }) => TakeOverTerm),
      isInner: true,
    },
    {
      path: 'savings/terms/:termId',
      title: ($) => $.termDeposits.title,
      load: () => import('./terms/TermPage.tsx').then(({ TermPage }) => TermPage),
      isInner: true,
    },
    {
      path: 'savings/passbook/:savingsAccountId',
      title: ($) => $.passbook.title,
      load: () => import('./passbook/PassbookScreen.tsx').then(({ PassbookScreen }) => PassbookScreen),
      isInner: true,
    },
    {
      path: 'savings/card/:savingsAccountId',
      title: ($) => $.savings.card.title,
      load: () => import('./SavingsCard.tsx').then(({ SavingsCard }) => SavingsCard),
      isInner: true,
    },
  ],
}
