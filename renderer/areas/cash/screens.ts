import type { Area } from '../../app/area.ts'
import { CashIcon } from '../../ui/display/icons.tsx'

/** Kas & bank: the cash book, money in, money out, between accounts, and counting what is in the box. */
export const cashArea: Area = {
  name: 'cash',
  title: ($) => $.app.nav.cash,
  icon: CashIcon,
  screens: [
    {
      path: 'cash',
      title: ($) => $.cash.book.title,
      load: () => import('./CashBook.tsx').then(({ CashBook }) => CashBook),
    },
    {
      path: 'cash/receive',
      title: ($) => $.cash.receive.title,
      load: () => import('./MoneyForm.tsx').then(({ Receive }) => Receive),
    },
    {
      path: 'cash/spend',
      title: ($) => $.cash.spend.title,
      load: () => import('./MoneyForm.tsx').then(({ Spend }) => Spend),
    },
    {
      path: 'cash/transfer',
      title: ($) => $.cash.transfer.title,
      load: () => import('./TransferForm.tsx').then(({ TransferForm }) => TransferForm),
    },
    {
      path: 'cash/count',
      title: ($) => $.cash.count.title,
      load: () => import('./CashCount.tsx').then(({ CashCount }) => CashCount),
    },
  ],
}
