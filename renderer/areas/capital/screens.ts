import type { Area } from '../../app/area.ts'
import { FundsIcon } from '../../ui/display/icons.tsx'

/** Modal & dana: what others gave, lent or put in, what became of it, and what lasts. */
export const capitalArea: Area = {
  name: 'capital',
  title: ($) => $.app.nav.capital,
  icon: FundsIcon,
  screens: [
    {
      path: 'funds',
      title: ($) => $.capital.funds.title,
      tab: ($) => $.capital.funds.tab,
      load: () => import('./funds/FundsList.tsx').then(({ FundsList }) => FundsList),
    },
    {
      path: 'funds/receive',
      title: ($) => $.capital.move.receive.title,
      load: () => import('./funds/MoveFund.tsx').then(({ ReceiveFund }) => ReceiveFund),
    },
    {
      path: 'funds/spend',
      title: ($) => $.capital.move.spend.title,
      load: () => import('./funds/SpendFund.tsx').then(({ SpendFund }) => SpendFund),
    },
    {
      path: 'funds/refund',
      title: ($) => $.capital.move.refund.title,
      load: () => import('./funds/MoveFund.tsx').then(({ RefundFund }) => RefundFund),
      isInner: true,
    },
    {
      path: 'funds/new',
      title: ($) => $.capital.funds.create,
      load: () => import('./funds/NewFund.tsx').then(({ NewFund }) => NewFund),
      isInner: true,
    },
    {
      path: 'funds/card/:fundId',
      title: ($) => $.capital.fundCard.title,
      load: () => import('./funds/FundCard.tsx').then(({ FundCard }) => FundCard),
      isInner: true,
    },
    {
      path: 'funds/card/:fundId/edit',
      title: ($) => $.capital.fund.edit,
      load: () => import('./funds/EditFund.tsx').then(({ EditFund }) => EditFund),
      isInner: true,
    },
    {
      path: 'funds/borrowings',
      title: ($) => $.capital.borrowings.title,
      tab: ($) => $.capital.borrowings.tab,
      load: () => import('./borrowings/BorrowingsList.tsx').then(({ BorrowingsList }) => BorrowingsList),
    },
    {
      path: 'funds/borrowings/new',
      title: ($) => $.capital.borrowings.borrow,
      load: () => import('./borrowings/Borrow.tsx').then(({ Borrow }) => Borrow),
      isInner: true,
    },
    {
      path: 'funds/borrowings/repay',
      title: ($) => $.capital.repay.title,
      load: () => import('./borrowings/Repay.tsx').then(({ Repay }) => Repay),
    },
    {
      path: 'funds/borrowings/contribute',
      title: ($) => $.capital.borrowings.contribute,
      load: () => import('./borrowings/Contribute.tsx').then(({ Contribute }) => Contribute),
      isInner: true,
    },
    {
      path: 'funds/borrowings/give-back',
      title: ($) => $.capital.giveBack.title,
      load: () => import('./borrowings/GiveBack.tsx').then(({ GiveBack }) => GiveBack),
      isInner: true,
    },
    {
      path: 'funds/borrowings/share',
      title: ($) => $.capital.share.title,
      load: () => import('./borrowings/GiveBack.tsx').then(({ PayShare }) => PayShare),
      isInner: true,
    },
    {
      path: 'funds/borrowings/card/:borrowingId',
      title: ($) => $.capital.borrowingCard.title,
      load: () => import('./borrowings/BorrowingCard.tsx').then(({ BorrowingCard }) => BorrowingCard),
      isInner: true,
    },
    {
      path: 'funds/assets',
      title: ($) => $.assets.list.title,
      tab: ($) => $.assets.list.tab,
      load: () => import('./assets/AssetsList.tsx').then(({ AssetsList }) => AssetsList),
    },
    {
      path: 'funds/assets/new',
      title: ($) => $.assets.entry.title,
      load: () => import('./assets/NewAsset.tsx').then(({ NewAsset }) => NewAsset),
      hasNoTab: true,
    },
    {
      path: 'funds/assets/card/:assetId',
      title: ($) => $.assets.card.title,
      load: () => import('./assets/AssetCard.tsx').then(({ AssetCard }) => AssetCard),
      isInner: true,
    },
    {
      path: 'funds/assets/gone',
      title: ($) => $.assets.gone.title,
      load: () => import('./assets/GoneAssets.tsx').then(({ GoneAssets }) => GoneAssets),
      isInner: true,
    },
    {
      path: 'funds/assets/depreciation',
      title: ($) => $.assets.depreciation.title,
      load: () => import('./assets/Depreciation.tsx').then(({ Depreciation }) => Depreciation),
      hasNoTab: true,
    },
  ],
}
