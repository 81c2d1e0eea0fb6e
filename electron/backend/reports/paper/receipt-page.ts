import type { Statement } from '../../../../shared/statements/statement.ts'
import { type Block, besides, ruleBlock, spaceBlock, stacked, textBlock } from './block.ts'
import type { Frame } from './frame.ts'
import { blank, headLines, particularLine } from './letterhead.ts'
import { paperTexts } from './paper-texts.ts'
import type { Signer } from './signatures.ts'
import type { Typesetter } from './typesetter.ts'

/** Particulars that stand in the head or as a box, and not among the lines. */
const elsewhere: ReadonlySet<string> = new Set(['number', 'date', 'stamp'])

/** The head of a receipt: the cooperative at the left, what paper this is at the right, and below for what and how much. */
export function receiptLead(setter: Typesetter, statement: Statement, frame: Frame, width: number): Block {
  const left = width * 0.58
  const right = width - left - 10
  const name = stacked([
    textBlock(setter, frame.cooperative.name, { width: left, size: 11, bold: true }),
    ...headLines(statement, frame).map((text) => textBlock(setter, text, { width: left, size: 7.5 })),
  ])
  const title = stacked([
    textBlock(setter, statement.title, {
      width: right,
      size: 12,
      bold: true,
      align: 'right',
      bookmark: { text: `${statement.title} ${statement.label}`, id: 'statement' },
    }),
    textBlock(setter, statement.subtitle, { width: right, size: 9, align: 'right' }),
  ])
  const lines = statement.particulars
    .filter(({ key }) => !elsewhere.has(key))
    .map(({ key, title: label, text }) =>
      particularLine(setter, label, text || blank, width, { bold: key === 'amount', italics: key === 'words' }),
    )
  return stacked([
    besides(
      [
        { width: left, block: name },
        { width: right, block: title },
      ],
      10,
    ),
    spaceBlock(3),
    ruleBlock(width, 0.8, 5),
    ...lines,
    spaceBlock(5),
  ])
}

/** Who signs a receipt: who gave or took the money, who recorded it, who approved it. */
export function receiptSigners(statement: Statement, { officers }: Frame): Signer[] {
  const texts = paperTexts(statement.language).signer
  const textOf = (key: string) => statement.particulars.find((particular) => particular.key === key)?.text
  const hasStamp = textOf('stamp') !== undefined
  const approved: Signer = { label: texts.approved, name: officers.chair }
  // Several people cannot sign in one place: there is room for whoever speaks for them.
  const isOne = ['memberNumber', 'partyNumber', 'member'].some((key) => textOf(key) !== undefined)
  const payer = textOf('receivedFrom')
  if (payer !== undefined) {
    const received = { label: texts.receivedBy, name: officers.treasurer, hasStamp }
    return [{ label: texts.payer, name: isOne ? payer : undefined }, received, approved]
  }
  const payee = textOf('paidTo')
  if (payee !== undefined) {
    const paid = { label: texts.paidBy, name: officers.treasurer }
    return [{ label: texts.payee, name: isOne ? payee : undefined, hasStamp }, paid, approved]
  }
  const recorded = { label: texts.recorded, name: officers.treasurer }
  return [recorded, { label: texts.checked, name: undefined }, approved]
}
