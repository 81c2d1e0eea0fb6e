import type { Area } from '../../app/area.ts'
import { BookIcon } from '../../ui/display/icons.tsx'

/** Pembukuan: the accountant's view of the same entries. */
export const booksArea: Area = {
  name: 'books',
  title: ($) => $.app.nav.books,
  icon: BookIcon,
  screens: [
    {
      path: 'books',
      group: ($) => $.bookkeeping.journal.title,
      title: ($) => $.bookkeeping.journal.title,
      tab: ($) => $.bookkeeping.journal.tab,
      load: () => import('./Journal.tsx').then(({ Journal }) => Journal),
    },
    {
      path: 'books/entry/:entryId',
      under: 'books',
      title: ($) => $.bookkeeping.entry.lines,
      load: () => import('./Entry.tsx').then(({ Entry }) => Entry),
      isInner: true,
    },
    {
      path: 'books/post',
      under: 'books',
      title: ($) => $.bookkeeping.post.title,
      load: () => import('./GeneralEntry.tsx').then(({ GeneralEntry }) => GeneralEntry),
    },
    {
      path: 'books/tax',
      title: ($) => $.tax.title,
      load: () => import('./tax/TaxSheet.tsx').then(({ TaxSheet }) => TaxSheet),
    },
    {
      path: 'books/budget',
      title: ($) => $.budget.title,
      load: () => import('./budget/Budget.tsx').then(({ Budget }) => Budget),
    },
    {
      path: 'books/ledger',
      group: ($) => $.bookkeeping.ledger.title,
      title: ($) => $.bookkeeping.ledger.title,
      tab: ($) => $.bookkeeping.ledger.tab,
      load: () => import('./Ledger.tsx').then(({ Ledger }) => Ledger),
    },
    {
      path: 'books/trial-balance',
      under: 'books/ledger',
      title: ($) => $.bookkeeping.trialBalance.title,
      load: () => import('./TrialBalance.tsx').then(({ TrialBalance }) => TrialBalance),
    },
    {
      path: 'books/accounts',
      under: 'books/ledger',
      title: ($) => $.bookkeeping.accounts.title,
      load: () => import('./Accounts.tsx').then(({ Accounts }) => Accounts),
    },
    {
      path: 'books/accounts/new',
      under: 'books/ledger',
      title: ($) => $.bookkeeping.accounts.new,
      load: () => import('./NewAccount.tsx').then(({ NewAccount }) => NewAccount),
      isInner: true,
    },
    {
      path: 'books/accounts/:code',
      under: 'books/ledger',
      title: ($) => $.bookkeeping.accounts.title,
      load: () => import('./Account.tsx').then(({ Account }) => Account),
      isInner: true,
    },
    {
      path: 'books/periods',
      title: ($) => $.bookkeeping.periods.title,
      load: () => import('./Periods.tsx').then(({ Periods }) => Periods),
    },
    {
      path: 'books/opening',
      title: ($) => $.bookkeeping.opening.title,
      load: () => import('./OpeningBalances.tsx').then(({ OpeningBalances }) => OpeningBalances),
    },
    {
      path: 'books/verify',
      title: ($) => $.bookkeeping.verify.title,
      load: () => import('./Verify.tsx').then(({ Verify }) => Verify),
    },
  ],
}
