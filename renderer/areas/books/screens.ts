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
      title: ($) => $.bookkeeping.journal.title,
      load: () => import('./Journal.tsx').then(({ Journal }) => Journal),
    },
    {
      path: 'books/entry/:entryId',
      title: ($) => $.bookkeeping.entry.lines,
      load: () => import('./Entry.tsx').then(({ Entry }) => Entry),
      isInner: true,
    },
    {
      path: 'books/post',
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
      title: ($) => $.bookkeeping.ledger.title,
      load: () => import('./Ledger.tsx').then(({ Ledger }) => Ledger),
    },
    {
      path: 'books/trial-balance',
      title: ($) => $.bookkeeping.trialBalance.title,
      load: () => import('./TrialBalance.tsx').then(({ TrialBalance }) => TrialBalance),
    },
    {
      path: 'books/accounts',
      title: ($) => $.bookkeeping.accounts.title,
      load: () => import('./Accounts.tsx').then(({ Accounts }) => Accounts),
    },
    {
      path: 'books/accounts/new',
      title: ($) => $.bookkeeping.accounts.new,
      load: () => import('./NewAccount.tsx').then(({ NewAccount }) => NewAccount),
      isInner: true,
    },
    {
      path: 'books/accounts/:code',
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
