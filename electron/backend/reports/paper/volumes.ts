import type { Cell, Part, Statement } from '../../../../shared/statements/statement.ts'
import { filled } from '../../../../shared/statements/texts.ts'
import { type Bound, bound, pagesInVolume, pagesOf } from './binding.ts'
import { contentsOf, type ListedChapter, type ListedVolume } from './contents.ts'
import { paperTexts } from './paper-texts.ts'
import type { PlannedPaper } from './press-pdf.ts'
import type { Tell } from './progress.ts'

/** A volume of a book with every page planned. */
export interface Volume {
  readonly number: number
  readonly of: number
  /** Of the file and its title: `2025`, `2025 jilid 2`. */
  readonly label: string
  readonly front: readonly PlannedPaper[]
  readonly pieces: readonly Bound[]
}

type Plan = (statement: Statement) => PlannedPaper

/** What is planned once for all volumes. */
interface Planned {
  readonly book: Statement
  readonly plan: Plan
  readonly cover: Statement
  readonly papers: readonly PlannedPaper[]
}

/** Everything that stands in a volume, from its cover on. */
export function papersOf({ front, pieces }: Volume): Bound[] {
  return [...front.map((paper): Bound => ({ paper, from: 0, to: paper.pages.length })), ...pieces]
}

/**
 * The volumes of a book: one as long as it fits; else the report itself first and its annexes in volumes behind it. The
 * contents of the first name every chapter with where it stands; each volume has its own cover, contents and pages.
 */
export function volumesOf(book: Statement, plan: Plan, tell?: Tell): Volume[] {
  const [cover, ...chapters] = book.chapters ?? []
  if (!cover) return []
  const papers = chapters.map((chapter, index) => {
    const paper = plan(chapter)
    tell?.({ stage: 'planning', done: index + 1, of: chapters.length })
    return paper
  })
  const planned = { book, plan, cover, papers }
  const whole = [papers.map((paper): Bound => ({ paper, from: 0, to: paper.pages.length }))]
  const [one] = finished(planned, whole)
  return one && pagesOf(papersOf(one)) <= pagesInVolume ? [one] : severalOf(planned)
}

/** Cover and contents of a volume of annexes: its contents are few. */
const frontOfAnnexes = 2
/** Cover, and two pages of contents with the list of volumes. */
const frontOfFirst = 3

/** A book of fewer pages is leafed through faster than its contents are read. */
const pagesWithContents = 6

/** Lists of more pages leave the report; shorter ones are found where they are looked for first. */
const pagesInReport = 10

function isBoundAlone({ statement, pages }: PlannedPaper): boolean {
  return statement.isAnnex === true && pages.length > pagesInReport
}

function severalOf(planned: Planned): Volume[] {
  const { papers, plan } = planned
  const [long = [], report = []] = [true, false].map((is) => papers.filter((paper) => isBoundAlone(paper) === is))
  const annexes = bound(long, pagesInVolume - frontOfAnnexes)
  const boundReport = (chapters: readonly PlannedPaper[]) => bound(chapters, pagesInVolume - frontOfFirst)
  const before = boundReport(report).length
  const told = report.map((paper) => {
    const statement = namingVolumes(paper.statement, annexes, before)
    return statement === paper.statement ? paper : plan(statement)
  })
  return finished(planned, [...boundReport(told), ...annexes])
}

/** The page of a part that names its chapters also says in which volume each stands. */
function namingVolumes(statement: Statement, annexes: readonly (readonly Bound[])[], before: number): Statement {
  const texts = paperTexts(statement.language).volumes
  const volumeOf = (number: string) => {
    const index = annexes.findIndex((pieces) => pieces.some(({ paper }) => paper.statement.place?.number === number))
    return index < 0 ? undefined : before + index + 1
  }
  let isChanged = false
  const after = (statement.after ?? []).map((part): Part => {
    const volume = part.kind === 'clause' ? volumeOf(part.label) : undefined
    if (part.kind !== 'clause' || volume === undefined) return part
    isChanged = true
    return { ...part, text: filled(texts.inVolume, { text: part.text, volume }) }
  })
  return isChanged ? { ...statement, after } : statement
}

/** Gives every volume its cover and its contents. */
function finished(planned: Planned, volumes: readonly (readonly Bound[])[]): Volume[] {
  const { book, plan, cover } = planned
  const texts = paperTexts(book.language).volumes
  const of = volumes.length
  let firstFront = 2
  return volumes.map((pieces, index): Volume => {
    const number = index + 1
    const label = of === 1 ? book.label : filled(texts.label, { label: book.label, volume: number })
    const ownCover = plan(of === 1 ? cover : volumeCover(cover, pieces, number, of))
    const contents = (front: number) =>
      index === 0
        ? plan(mainContents(planned, volumes, front))
        : plan({ ...contentsOf(book, listed(pieces, frontOfAnnexes)), place: { number: '', level: 2 } })
    let made = contents(firstFront)
    if (index === 0 && ownCover.pages.length + made.pages.length !== firstFront) {
      firstFront = ownCover.pages.length + made.pages.length
      made = contents(firstFront)
    }
    const isShort = of === 1 && pagesOf(pieces) + ownCover.pages.length < pagesWithContents
    return { number, of, label, front: isShort ? [ownCover] : [ownCover, made], pieces }
  })
}

/** The pieces of a volume with the page each begins on. */
function listed(pieces: readonly Bound[], front: number): ListedChapter[] {
  let page = front + 1
  return pieces.map((piece) => {
    const own = page
    page += piece.to - piece.from
    return { title: nameOf(piece), place: piece.paper.statement.place, page: own } as ListedChapter
  })
}

function nameOf({ paper, from }: Bound): string {
  const { title, language } = paper.statement
  return from === 0 ? title : filled(paperTexts(language).continued, { title })
}

/** Every chapter of the whole book in its order, and the volumes where there are more than this one. */
function mainContents({ book, papers }: Planned, volumes: readonly (readonly Bound[])[], front: number): Statement {
  const texts = paperTexts(book.language).volumes
  const pages = new Map<string, Cell>()
  const keyOf = ({ statement: { place, title } }: PlannedPaper) => `${place?.number ?? ''} ${title}`
  for (const [index, pieces] of volumes.entries()) {
    const places = listed(pieces, index === 0 ? front : frontOfAnnexes)
    for (const [at, { paper, from }] of pieces.entries()) {
      const page = places[at]?.page ?? null
      if (from > 0) continue
      pages.set(keyOf(paper), index === 0 ? page : filled(texts.at, { volume: index + 1, page: Number(page) }))
    }
  }
  const chapters = papers.map((paper): ListedChapter => {
    const { title, place } = paper.statement
    return { title, page: pages.get(keyOf(paper)) ?? null, ...(place && { place }) }
  })
  return contentsOf(book, chapters, volumes.length === 1 ? [] : listOfVolumes(volumes, front, texts.report))
}

function listOfVolumes(volumes: readonly (readonly Bound[])[], front: number, report: string): ListedVolume[] {
  return volumes.map((pieces, index) => ({
    number: index + 1,
    holds: index === 0 ? report : pieces.map(namedPiece).join(', '),
    pages: pagesOf(pieces) + (index === 0 ? front : frontOfAnnexes),
  }))
}

function namedPiece(piece: Bound): string {
  return [piece.paper.statement.place?.number, nameOf(piece)].filter(Boolean).join(' ')
}

/** The cover of the whole with the number of the volume, and what it holds. */
function volumeCover(cover: Statement, pieces: readonly Bound[], volume: number, volumes: number): Statement {
  const texts = paperTexts(cover.language).volumes
  const line = (text: string) => ({ key: 'volume', title: '', text })
  const holds = volume === 1 ? [line(texts.report)] : pieces.slice(0, 8).map((piece) => line(namedPiece(piece)))
  return {
    ...cover,
    particulars: [line(filled(texts.volume, { volume, volumes })), ...holds, ...cover.particulars],
  }
}
