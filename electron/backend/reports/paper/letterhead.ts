import type { ChapterPlace, Statement } from '../../../../shared/statements/statement.ts'
import { filled } from '../../../../shared/statements/texts.ts'
import { type Block, besides, ruleBlock, spaceBlock, stacked, textBlock } from './block.ts'
import type { Frame } from './frame.ts'
import { paperTexts } from './paper-texts.ts'
import type { PaperStyle } from './style.ts'
import type { Typesetter } from './typesetter.ts'

/** What stands above the table of the first page: whose paper it is, what it is, and what it is about. */
export function leadBlock(
  setter: Typesetter,
  statement: Statement,
  frame: Frame,
  width: number,
  style: Pick<PaperStyle, 'particularsInRow'>,
): Block {
  const centred = { width, align: 'center' as const }
  const particulars = particularLines(setter, statement, width, style.particularsInRow)
  if (statement.place) return stacked([chapterHead(setter, statement, statement.place, width), ...particulars])
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
    ...particulars,
  ])
}

/** The name of a chapter with its number, and what it speaks of: whose book it is stands on its cover and above each page. */
function chapterHead(setter: Typesetter, statement: Statement, { number, level }: ChapterPlace, width: number): Block {
  const text = [number, statement.title].filter(Boolean).join('  ')
  const bookmark = level === 1 ? { text, id: 'chapter' } : { text, under: 'chapter' }
  return stacked([
    textBlock(setter, text, { width, size: level === 1 ? 14 : 12, bold: true, below: 2, bookmark }),
    ...(statement.subtitle === '' ? [] : [textBlock(setter, statement.subtitle, { width, size: 9.5, below: 2 })]),
    ruleBlock(width, 0.75, 8),
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

/** Room to write what is not known. */
export const blank = '.'.repeat(60)

const particularSize = 9
const titleWidth = 96
const narrowTitleWidth = 78
const particularsGap = 14

/** Below each other, or in so many columns, each read from above. */
function particularLines(setter: Typesetter, { particulars }: Statement, width: number, columns: number): Block[] {
  if (particulars.length === 0) return []
  const each = (width - particularsGap * (columns - 1)) / columns
  const titled = columns === 1 ? titleWidth : narrowTitleWidth
  const inColumn = Math.ceil(particulars.length / columns)
  const stacks = Array.from({ length: columns }, (_, index) => {
    const own = particulars.slice(index * inColumn, (index + 1) * inColumn)
    return {
      width: each,
      block: stacked(own.map(({ title, text }) => particularLine(setter, title, text, each, { titleWidth: titled }))),
    }
  })
  return [besides(stacks, particularsGap), spaceBlock(6)]
}

/** `No. rekening : W-001`, over as many lines as the text needs. */
export function particularLine(
  setter: Typesetter,
  title: string,
  text: string,
  width: number,
  set: { readonly bold?: boolean; readonly italics?: boolean; readonly titleWidth?: number } = {},
): Block {
  const { titleWidth: titled = titleWidth, ...face } = set
  const size = particularSize
  const colon = 8
  const rest = width - titled - colon
  return besides([
    { width: titled, block: textBlock(setter, title, { size, width: titled }) },
    { width: colon, block: textBlock(setter, ':', { size, width: colon }) },
    { width: rest, block: textBlock(setter, text, { size, ...face, width: rest }) },
  ])
}
