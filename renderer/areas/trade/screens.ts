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
      load: () => import('./ItemsList.tsx').then(({ ItemsList }) => ItemsList),
    },
    {
      path: 'trade/sell',
      title: ($) => $.trade.sell.title,
      load: () => import('./Sell.tsx').then(({ Sell }) => Sell),
    },
    {
      path: 'trade/new',
      title: ($) => $.trade.item.create,
      load: () => import('./ItemForm.tsx').then(({ NewItem }) => NewItem),
      isInner: true,
    },
    {
      path: 'trade/items/:itemId',
      title: ($) => $.trade.item.edit,
      load: () => import('./ItemForm.tsx').then(({ EditItem }) => EditItem),
      isInner: true,
    },
    {
      path: 'trade/partners',
      title: ($) => $.trade.partners.title,
      tab: ($) => $.trade.partners.tab,
      load: () => import('./PartnersList.tsx').then(({ PartnersList }) => PartnersList),
    },
    {
      path: 'trade/partners/new',
      title: ($) => $.trade.partner.create,
      load: () => import('./PartnerForm.tsx').then(({ NewPartner }) => NewPartner),
      isInner: true,
    },
    {
      path: 'trade/partners/:partnerId',
      title: ($) => $.trade.partner.edit,
      load: () => import('./PartnerForm.tsx').then(({ EditPartner }) => EditPartner),
      isInner: true,
    },
  ],
}
