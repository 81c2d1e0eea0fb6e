import type { Area } from '../../app/area.ts'
import { ShopIcon } from '../../ui/display/icons.tsx'

/** Usaha: what is traded, with whom, and buying, selling and keeping it for others. */
export const tradeArea: Area = {
  name: 'trade',
  title: ($) => $.app.nav.trade,
  icon: ShopIcon,
  screens: [
    {
      path: 'trade',
      title: ($) => $.trade.items.title,
      load: () => import('./items/ItemsList.tsx').then(({ ItemsList }) => ItemsList),
    },
    {
      path: 'trade/sell',
      title: ($) => $.trade.sell.title,
      load: () => import('./sell/Sell.tsx').then(({ Sell }) => Sell),
    },
    {
      path: 'trade/buy',
      title: ($) => $.trade.buy.title,
      load: () => import('./goods/Buy.tsx').then(({ Buy }) => Buy),
    },
    {
      path: 'trade/receive',
      title: ($) => $.trade.receive.title,
      load: () => import('./keeping/Keeping.tsx').then(({ ReceiveGoods }) => ReceiveGoods),
    },
    {
      path: 'trade/give-back',
      title: ($) => $.trade.giveBack.title,
      load: () => import('./keeping/Keeping.tsx').then(({ GiveBackGoods }) => GiveBackGoods),
    },
    {
      path: 'trade/settle',
      title: ($) => $.trade.settle.title,
      load: () => import('./keeping/Settle.tsx').then(({ Settle }) => Settle),
    },
    {
      path: 'trade/look',
      title: ($) => $.salesLook.screen,
      load: () => import('./look/Look.tsx').then(({ Look }) => Look),
    },
    {
      path: 'trade/shift',
      title: ($) => $.shop.shift.title,
      tab: ($) => $.shop.shift.tab,
      load: () => import('./shift/Shifts.tsx').then(({ Shifts }) => Shifts),
    },
    {
      path: 'trade/recap',
      title: ($) => $.shop.recap.title,
      load: () => import('./recap/Recap.tsx').then(({ Recap }) => Recap),
    },
    {
      path: 'trade/documents',
      title: ($) => $.shop.documents.title,
      load: () => import('./documents/DocumentsList.tsx').then(({ DocumentsList }) => DocumentsList),
    },
    {
      path: 'trade/receivables',
      title: ($) => $.shop.receivables.title,
      load: () => import('./debts/Debts.tsx').then(({ Receivables }) => Receivables),
    },
    {
      path: 'trade/payables',
      title: ($) => $.shop.payables.title,
      load: () => import('./debts/Debts.tsx').then(({ Payables }) => Payables),
    },
    {
      path: 'trade/debts/:debtAccount/:debtorId',
      title: ($) => $.shop.debts.card,
      load: () => import('./debts/DebtCard.tsx').then(({ DebtCard }) => DebtCard),
      isInner: true,
    },
    {
      path: 'trade/places',
      title: ($) => $.shop.places.title,
      tab: ($) => $.shop.places.tab,
      load: () => import('./stock/Places.tsx').then(({ Places }) => Places),
    },
    {
      path: 'trade/places/new',
      title: ($) => $.shop.places.create,
      load: () => import('./stock/PlaceForm.tsx').then(({ NewPlace }) => NewPlace),
      isInner: true,
    },
    {
      path: 'trade/places/:placeId',
      title: ($) => $.shop.places.edit,
      load: () => import('./stock/PlaceForm.tsx').then(({ EditPlace }) => EditPlace),
      isInner: true,
    },
    {
      path: 'trade/take',
      title: ($) => $.shop.take.title,
      load: () => import('./stock/StockTake.tsx').then(({ StockTake }) => StockTake),
      hasNoTab: true,
    },
    {
      path: 'trade/take/:placeId',
      title: ($) => $.shop.take.title,
      load: () => import('./stock/StockTake.tsx').then(({ StockTake }) => StockTake),
      isInner: true,
    },
    {
      path: 'trade/move',
      title: ($) => $.shop.move.title,
      load: () => import('./stock/Move.tsx').then(({ Move }) => Move),
      hasNoTab: true,
    },
    {
      path: 'trade/produce',
      title: ($) => $.shop.produce.title,
      load: () => import('./stock/Produce.tsx').then(({ Produce }) => Produce),
      hasNoTab: true,
    },
    {
      path: 'trade/opening',
      title: ($) => $.shop.opening.title,
      load: () => import('./stock/OpeningStock.tsx').then(({ OpeningStock }) => OpeningStock),
      hasNoTab: true,
    },
    {
      path: 'trade/items/:itemId/card',
      title: ($) => $.shop.card.title,
      load: () => import('./stock/StockCard.tsx').then(({ StockCard }) => StockCard),
      isInner: true,
    },
    {
      path: 'trade/documents/:documentId',
      title: ($) => $.trade.document.title,
      load: () => import('./documents/Document.tsx').then(({ Document }) => Document),
      isInner: true,
    },
    {
      path: 'trade/new',
      title: ($) => $.trade.item.create,
      load: () => import('./items/ItemForm.tsx').then(({ NewItem }) => NewItem),
      isInner: true,
    },
    {
      path: 'trade/items/:itemId',
      title: ($) => $.trade.item.edit,
      load: () => import('./items/ItemForm.tsx').then(({ EditItem }) => EditItem),
      isInner: true,
    },
    {
      path: 'trade/partners',
      title: ($) => $.trade.partners.title,
      tab: ($) => $.trade.partners.tab,
      load: () => import('./partners/PartnersList.tsx').then(({ PartnersList }) => PartnersList),
    },
    {
      path: 'trade/partners/new',
      title: ($) => $.trade.partner.create,
      load: () => import('./partners/PartnerForm.tsx').then(({ NewPartner }) => NewPartner),
      isInner: true,
    },
    {
      path: 'trade/partners/:partnerId',
      title: ($) => $.trade.partner.edit,
      load: () => import('./partners/PartnerForm.tsx').then(({ EditPartner }) => EditPartner),
      isInner: true,
    },
  ],
}
