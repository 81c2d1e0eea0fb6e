import type { Language } from '../calendar.ts'
import type { tradeKinds } from '../contract/trade-kinds.ts'
import { shop as enShop } from '../text/en/shop.ts'
import { trade as enTrade } from '../text/en/trade.ts'
import { tradePapers as en } from '../text/en/trade-papers.ts'
import { shop as idShop } from '../text/id/shop.ts'
import { trade as idTrade } from '../text/id/trade.ts'
import { tradePapers as id } from '../text/id/trade-papers.ts'
import type { Shape } from '../text/shape.ts'
import type { Column, ColumnKind } from './statement.ts'

type TradeTexts = Shape<typeof id>

/** The words of the shop's papers in a language. */
export function tradeTexts(language: Language): TradeTexts {
  return language === 'en' ? en : id
}

/** A column headed by the shop's word for its key. */
export function tradeColumn(language: Language, key: keyof TradeTexts['column'], kind: ColumnKind): Column {
  return { key, title: tradeTexts(language).column[key], kind }
}

/** What a document of goods is called on screens and papers alike. */
export function documentName(language: Language, kind: (typeof tradeKinds)[number]): string {
  return (language === 'en' ? enTrade : idTrade).document.kind[kind]
}

/** Why a count found more or less, as the screen asked for it; a reason that is none of those as it was written. */
export function stockReasonName(language: Language, reason: string): string {
  const names: Readonly<Record<string, string>> = (language === 'en' ? enShop : idShop).take.reasons
  return names[reason] ?? reason
}
