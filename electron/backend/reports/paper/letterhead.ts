import type { Statement } from '../../../../shared/statements/statement.ts'
import { filled } from '../../../../shared/statements/texts.ts'
import { type Block, besides, ruleBlock, spaceBlock, stacked, textBlock } from './block.ts'
import type { Frame } from './frame.ts'
import { paperTexts } from './paper-texts.ts'
import type { Typesetter } from './typesetter.ts'

/** What stands above the table of the first page: whose paper it is, what it is, and what it is about. */
export function leadBlock(setter: Typesetter, statement: Statement, frame: Frame, width: number): Block {
  const centred = { width, align: 'center' as const }
  return stacked([
    textBlock(setter, frame.cooperative.name, { ...centred, size: 13, bold: true }),
    ...headLines(statement, frame).map((text) => textBlock(setter, text, { ...centred, size: 8 })),
    spaceBlock(3),
    ruleBlock(width, 1, 10),
    textBlock(setter, statement.title, {
      ...centred,
      size: 12.5,
      bold: true,
      bookmark: { text: statement.title, id: 'statement' },
    }),
    textBlock(setter, statement.subtitle, { ...centred, size: 9.5, below: 8 }),
    ...particularLines(setter, statement, width),
  ])
}

/** Legal number, registration, address and telephone, as far as they are known. */
export function headLines({ language }: Statement, { cooperative }: Frame): string[] {
  const texts = paperTexts(language)
  const legal = [
    cooperative.legal_entity_number && filled(texts.legal, { number: cooperative.legal_entity_number }),
    cooperative.coop_registration_number &&
      filled(texts.registration, { number: cooperative.coop_registration_number }),
  ]
  const { address, village, district, regency, province, phone } = cooperative
  const where = [address, village, district, regency, province].filter(Boolean).join(', ')
  const reached = [where, phone && filled(texts.phone, { number: phone })]
  return [legal, reached].map((parts) => parts.filter(Boolean).join(' · ')).filter((text) => text !== '')
}

const particularSize = 9
const titleWidth = 96

function particularLines(setter: Typesetter, { particulars }: Statement, width: number): Block[] {
  if (particulars.length === 0) return []
  return [...particulars.map(({ title, text }) => particularLine(setter, title, text, width)), spaceBlock(6)]
}

/** `No. rekening : W-001`, over as many lines as the text needs. */
export function particularLine(
  setter: Typesetter,
  title: string,
  text: string,
  width: number,
  face: { readonly bold?: boolean; readonly italics?: boolean } = {},
): Block {
  const set = { size: particularSize, ...face }
  const colon = 8
  return besides([
    { width: titleWidth, block: textBlock(setter, title, { size: particularSize, width: titleWidth }) },
    { width: colon, block: textBlock(setter, ':', { size: particularSize, width: colon }) },
    {
      width: width - titleWidth - colon,
      block: textBlock(setter, text, { ...set, width: width - titleWidth - colon }),
    },
  ])
}
