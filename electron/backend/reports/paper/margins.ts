import type { Content } from 'pdfmake/interfaces'
import type { Statement } from '../../../../shared/statements/statement.ts'
import { filled } from '../../../../shared/statements/texts.ts'
import type { Frame } from './frame.ts'
import type { Geometry } from './geometry.ts'
import { paperTexts } from './paper-texts.ts'
import type { PaperStyle } from './style.ts'
import type { Face, Typesetter } from './typesetter.ts'

const small: Face = { size: 7 }

/** What runs above every page but the first: which paper this is a page of. */
export function runningHead(setter: Typesetter, statement: Statement, frame: Frame, geometry: Geometry): Content {
  const { left, right, top, width } = geometry
  const half = width * 0.48
  const title = setter.fit([statement.title, statement.subtitle].filter(Boolean).join(' · '), width - half, small)
  return {
    columns: [
      { text: title, noWrap: true, width: width - half },
      { text: setter.fit(frame.cooperative.name, half, small), noWrap: true, alignment: 'right', width: half },
    ],
    fontSize: small.size,
    margin: [left, top - 18, right, 0],
  }
}

/** What stands below every page: the code to check the paper by, the page, and what must be known of the book. */
export function footer(
  setter: Typesetter,
  statement: Statement,
  frame: Frame,
  geometry: Geometry,
  style: PaperStyle,
): (page: number, pages: number, volume?: number) => Content {
  const texts = paperTexts(statement.language)
  const { left, right, width } = geometry
  const code = codeLine(statement, frame)
  const tellsState = style.tellsPeriodState || statement.place !== undefined || statement.isCover === true
  const state = tellsState ? ` · ${frame.isLocked ? texts.locked : texts.open}` : ''
  const pageText = (page: number, pages: number, volume?: number) =>
    volume === undefined ? filled(texts.page, { page, pages }) : filled(texts.volumes.page, { page, pages, volume })
  const warnings = setter.fit(warningsOf(statement, frame).join(' · '), width, { ...small, bold: true })
  const shown = setter.fit(`${code}${state}`, width * 0.7, small)
  return (page, pages, volume) => ({
    stack: [
      {
        columns: [
          { text: shown, noWrap: true, width: width * 0.7 },
          { text: pageText(page, pages, volume), noWrap: true, alignment: 'right', width: width * 0.3 },
        ],
      },
      ...(warnings === '' ? [] : [{ text: warnings, noWrap: true, alignment: 'center' as const, bold: true }]),
    ],
    fontSize: small.size,
    margin: [left, 6, right, 0],
  })
}

/** The code to check a paper by. */
export function codeLine({ language, merged }: Statement, { hash, entries }: Frame): string {
  const texts = paperTexts(language)
  return filled(merged ? texts.codeOfFiles : texts.code, { code: hash.slice(0, 8), entries })
}

/** What must be known before such a paper is believed. */
export function warningsOf(statement: Statement, { hasAlarm, kind }: Frame): string[] {
  const texts = paperTexts(statement.language)
  return [
    hasAlarm ? texts.alarm : undefined,
    isReversed(statement) ? texts.reversed : undefined,
    statement.isProposal ? texts.proposalLine : undefined,
    { practice: texts.practiceLine, sample: texts.sampleLine, real: undefined }[kind],
  ].filter((text) => text !== undefined)
}

/** The mark across every page of a paper that must not be taken for a valid one. */
export function markOf(statement: Statement, frame: Frame): string | undefined {
  const texts = paperTexts(statement.language)
  if (isReversed(statement)) return texts.reversed
  return { practice: texts.practice, sample: texts.sample, real: statement.isProposal ? texts.proposal : undefined }[
    frame.kind
  ]
}

function isReversed({ particulars }: Statement): boolean {
  return particulars.some((particular) => particular.key === 'reversedBy')
}
