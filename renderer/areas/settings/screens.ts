import type { Area } from '../../app/area.ts'
import { SettingsIcon } from '../../ui/display/icons.tsx'

export const settingsArea: Area = {
  name: 'settings',
  title: ($) => $.app.nav.settings,
  icon: SettingsIcon,
  screens: [
    {
      path: 'settings',
      title: ($) => $.settings.cooperative.title,
      load: () => import('./Cooperative.tsx').then(({ Cooperative }) => Cooperative),
    },
    {
      path: 'settings/officers',
      title: ($) => $.settings.officers.title,
      load: () => import('./Officers.tsx').then(({ Officers }) => Officers),
    },
    {
      path: 'settings/products',
      title: ($) => $.settings.products.title,
      load: () => import('./products/SavingsProducts.tsx').then(({ SavingsProducts }) => SavingsProducts),
    },
    {
      path: 'settings/products/new',
      title: ($) => $.savingsRules.create.title,
      load: () => import('./products/NewProduct.tsx').then(({ NewProduct }) => NewProduct),
      isInner: true,
    },
    {
      path: 'settings/products/:product',
      title: ($) => $.settings.products.title,
      load: () => import('./products/SavingsProductForm.tsx').then(({ SavingsProductForm }) => SavingsProductForm),
      isInner: true,
    },
    {
      path: 'settings/loans',
      title: ($) => $.loanRules.title,
      load: () => import('./loans/LoanProducts.tsx').then(({ LoanProducts }) => LoanProducts),
    },
    {
      path: 'settings/loans/new',
      title: ($) => $.loanRules.create.title,
      load: () => import('./loans/NewLoanProduct.tsx').then(({ NewLoanProduct }) => NewLoanProduct),
      isInner: true,
    },
    {
      path: 'settings/loans/:loanProduct',
      title: ($) => $.loanRules.title,
      load: () => import('./loans/LoanProductPage.tsx').then(({ LoanProductPage }) => LoanProductPage),
      isInner: true,
    },
    {
      path: 'settings/loan-rules',
      title: ($) => $.loanRules.policy.title,
      load: () => import('./loans/LoanPolicy.tsx').then(({ LoanPolicy }) => LoanPolicy),
    },
    {
      path: 'settings/trade-rules',
      title: ($) => $.shop.policy.title,
      load: () => import('./trade/TradePolicy.tsx').then(({ TradePolicy }) => TradePolicy),
    },
    {
      path: 'settings/backup',
      title: ($) => $.settings.backup.title,
      load: () => import('./Backups.tsx').then(({ Backups }) => Backups),
    },
    {
      path: 'settings/about',
      title: ($) => $.settings.about.title,
      load: () => import('./About.tsx').then(({ About }) => About),
    },
  ],
}
