import type { Language } from '../calendar.ts'
import { goodsList } from './goods-table.ts'
import type { SaleReceiptLine } from './sale-receipt.ts'
import type { Particular, Statement } from './statement.ts'
import { filled, numbered, reportTexts } from './texts.ts'
import { tradeTexts } from './trade-texts.ts'

/** A place goods lie at: one of the cooperative's own, or one of somebody who sells for it. */
export interface PlaceOfGoods {
  readonly name: string
  /** Whose place it is; null for one of our own. */
  readonly partner: string | null
}

export interface TransferNoteFacts {
  readonly language: Language
  readonly number: string
  readonly date: string
  readonly from: PlaceOfGoods
  readonly to: PlaceOfGoods
  readonly note: string | null
  /** Thousandths. */
  readonly lines: readonly Pick<SaleReceiptLine, 'itemId' | 'item' | 'unitName' | 'qty'>[]
  readonly reversedBy: string | null
}

type Way = 'moved' | 'out' | 'back'

/**
 * Surat jalan: goods that go from one place to another, signed by who gives, carries and takes them. Where they go to
 * somebody who sells for us it says whose they stay, for they stay stock of the cooperative until they are sold.
 */
export function transferNote(facts: TransferNoteFacts): Statement {
  const { language, number, date, from, to, lines } = facts
  const { consignment, transfer } = tradeTexts(language)
  const way = wayOf(facts)
  return {
    report: 'transferNote',
    language,
    title: transfer.title[way],
    subtitle: numbered(language, number, date),
    date,
    label: number,
    particulars: particularsOf(facts),
    ...goodsList(language, lines),
    notes: [transfer.note[way]],
    signers: [
      { role: consignment.giver, name: from.partner, hasStamp: false },
      { role: transfer.carrier, name: null, hasStamp: false },
      { role: consignment.taker, name: to.partner, hasStamp: false },
    ],
  }
}

/** From one of our places to another's, back, or between two of a kind. */
function wayOf({ from, to }: TransferNoteFacts): Way {
  if (to.partner !== null) return 'out'
  return from.partner === null ? 'moved' : 'back'
}

function particularsOf({ language, from, to, note, reversedBy }: TransferNoteFacts): Particular[] {
  const { receipt, transfer } = tradeTexts(language)
  const named = ({ name, partner }: PlaceOfGoods) =>
    partner === null || partner === name ? name : filled(transfer.at, { name, partner })
  return [
    { key: 'from', title: transfer.from, text: named(from) },
    { key: 'to', title: transfer.to, text: named(to) },
    ...(note === null ? [] : [{ key: 'note', title: receipt.note, text: note }]),
    ...(reversedBy === null
      ? []
      : [{ key: 'reversedBy', title: reportTexts(language).particular.reversedBy, text: reversedBy }]),
  ]
}
