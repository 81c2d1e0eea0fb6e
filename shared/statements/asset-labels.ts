import { formatDate, type Language } from '../calendar.ts'
import { assetPapers as en } from '../text/en/asset-papers.ts'
import { assetPapers as id } from '../text/id/asset-papers.ts'
import type { Shape } from '../text/shape.ts'
import { asOfText } from './period-text.ts'
import type { Labels, Statement } from './statement.ts'
import { filled, reportTexts } from './texts.ts'

export interface AssetLabelsFacts {
  readonly language: Language
  readonly asOf: string
  readonly place: string | undefined
  readonly cooperative: string
  readonly assets: readonly {
    readonly number: string
    readonly name: string
    readonly place: string | null
    readonly acquiredOn: string
  }[]
}

/** So many stand beside each other on a sheet. */
export const labelsInRow = 2

/** Labels to stick on what the cooperative has, two beside each other. */
export function assetLabels({ language, asOf, place, cooperative, assets }: AssetLabelsFacts): Statement {
  const texts: Shape<typeof id> = language === 'en' ? en : id
  const labels = assets.map(({ number, name, place: where, acquiredOn }): Labels['labels'][number] => {
    const date = formatDate(acquiredOn, language)
    const lines = [filled(texts.label.place, { place: where ?? '-' }), filled(texts.label.acquiredOn, { date })]
    return { head: cooperative, code: number, title: name, lines }
  })
  const rows = Array.from({ length: Math.ceil(labels.length / labelsInRow) }, (_, row): Labels => {
    return { kind: 'labels', labels: labels.slice(row * labelsInRow, (row + 1) * labelsInRow) }
  })
  return {
    report: 'assetLabels',
    language,
    title: reportTexts(language).title.assetLabels,
    subtitle: asOfText(asOf, language),
    date: asOf,
    label: place === undefined ? asOf : `${asOf} ${place}`,
    particulars: place === undefined ? [] : [{ key: 'place', title: texts.place, text: place }],
    before: rows.length > 0 ? rows : [{ kind: 'paragraph', text: texts.none }],
    columns: [],
    rows: [],
    totals: { assets: assets.length },
    notes: [],
  }
}
