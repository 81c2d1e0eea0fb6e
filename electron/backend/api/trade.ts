import { tradeDebt, tradePayables, tradeReceivables } from '../services/trade/debts/ages.ts'
import { payForGoods, receiveForGoods, withdrawMarketplace } from '../services/trade/debts/payments.ts'
import { tradeDocument } from '../services/trade/documents/document.ts'
import { tradeDocuments } from '../services/trade/documents/document-list.ts'
import { returnPurchase, returnSale } from '../services/trade/documents/returns.ts'
import { listItems } from '../services/trade/items/item-list.ts'
import { createItem, getItem, updateItem } from '../services/trade/items/items.ts'
import { receiveConsignment, returnConsignment, settleConsignor } from '../services/trade/keeping/keeping.ts'
import { consignors } from '../services/trade/partners/consignors.ts'
import { createPartner, getPartner, listPartners, updatePartner } from '../services/trade/partners/partners.ts'
import { setTradePolicy, tradePolicy } from '../services/trade/policy.ts'
import { buyGoods } from '../services/trade/purchases/purchase.ts'
import { salesLook } from '../services/trade/sales/look.ts'
import { tradeRecap } from '../services/trade/sales/recap.ts'
import { sellGoods } from '../services/trade/sales/sell.ts'
import { cashierShifts, closeShift, openShift } from '../services/trade/sales/shifts.ts'
import { countSheet } from '../services/trade/stock/count-sheet.ts'
import { createLocation, stockLocations, updateLocation } from '../services/trade/stock/locations.ts'
import { takeOverStock } from '../services/trade/stock/opening-stock.ts'
import { previewProduction, produceGoods } from '../services/trade/stock/produce.ts'
import { stockCard } from '../services/trade/stock/stock-card.ts'
import { previewStockTake, takeStock } from '../services/trade/stock/stock-take.ts'
import { transferGoods } from '../services/trade/stock/transfer.ts'
import { stockValuation } from '../services/trade/stock/valuation.ts'
import { os, reads, writes } from './base.ts'

export const partners = {
  create: os.partners.create.handler(writes(createPartner)),
  update: os.partners.update.handler(writes(updatePartner)),
  get: os.partners.get.handler(reads(getPartner)),
  list: os.partners.list.handler(reads(listPartners)),
}

export const items = {
  create: os.items.create.handler(writes(createItem)),
  update: os.items.update.handler(writes(updateItem)),
  get: os.items.get.handler(reads(getItem)),
  list: os.items.list.handler(reads(listItems)),
}

export const trade = {
  purchase: os.trade.purchase.handler(writes(buyGoods)),
  returnPurchase: os.trade.returnPurchase.handler(writes(returnPurchase)),
  sell: os.trade.sell.handler(writes(sellGoods)),
  returnSale: os.trade.returnSale.handler(writes(returnSale)),
  receiveConsignment: os.trade.receiveConsignment.handler(writes(receiveConsignment)),
  returnConsignment: os.trade.returnConsignment.handler(writes(returnConsignment)),
  settleConsignor: os.trade.settleConsignor.handler(writes(settleConsignor)),
  consignors: os.trade.consignors.handler(reads(consignors)),
  pay: os.trade.pay.handler(writes(payForGoods)),
  receive: os.trade.receive.handler(writes(receiveForGoods)),
  withdrawMarketplace: os.trade.withdrawMarketplace.handler(writes(withdrawMarketplace)),
  payables: os.trade.payables.handler(reads(tradePayables)),
  debt: os.trade.debt.handler(reads(tradeDebt)),
  receivables: os.trade.receivables.handler(reads(tradeReceivables)),
  stockCard: os.trade.stockCard.handler(reads(stockCard)),
  valuation: os.trade.valuation.handler(reads(stockValuation)),
  openingStock: os.trade.openingStock.handler(writes(takeOverStock)),
  stockTake: os.trade.stockTake.handler(writes(takeStock)),
  previewStockTake: os.trade.previewStockTake.handler(reads(previewStockTake)),
  countSheet: os.trade.countSheet.handler(reads(countSheet)),
  produce: os.trade.produce.handler(writes(produceGoods)),
  previewProduction: os.trade.previewProduction.handler(reads(previewProduction)),
  documents: os.trade.documents.handler(reads(tradeDocuments)),
  recap: os.trade.recap.handler(reads(tradeRecap)),
  salesLook: os.trade.salesLook.handler(reads(salesLook)),
  openShift: os.trade.openShift.handler(writes(openShift)),
  closeShift: os.trade.closeShift.handler(writes(closeShift)),
  shifts: os.trade.shifts.handler(reads(cashierShifts)),
  policy: os.trade.policy.handler(reads(tradePolicy)),
  setPolicy: os.trade.setPolicy.handler(writes(setTradePolicy)),
  transfer: os.trade.transfer.handler(writes(transferGoods)),
  locations: os.trade.locations.handler(reads(stockLocations)),
  createLocation: os.trade.createLocation.handler(writes(createLocation)),
  updateLocation: os.trade.updateLocation.handler(writes(updateLocation)),
  document: os.trade.document.handler(reads(tradeDocument)),
}
