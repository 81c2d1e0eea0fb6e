import type { Language } from '../calendar.ts'
import { sumSen } from '../rules/money.ts'
import { assetPapers as en } from '../text/en/asset-papers.ts'
import { assetPapers as id } from '../text/id/asset-papers.ts'
import type { Shape } from '../text/shape.ts'
import { asOfText } from './period-text.ts'
import type { ColumnKind, Row, Statement } from './statement.ts'
import { reportTexts } from './texts.ts'

type AssetTexts = Shape<typeof id>

/** An asset with what it cost and lost, sen. */
export interface ToldAsset {
  readonly assetId: string
  readonly number: string
  readonly name: string
  readonly account: string
  readonly acquiredOn: string
  readonly months: number | null
  readonly place: string | null
  readonly condition: keyof AssetTexts['condition']
  readonly cost: number
  readonly accumulated: number
  readonly bookValue: number
}

export interface AssetRegisterFacts {
  readonly language: Language
  readonly asOf: string
  readonly place: string | undefined
  /** By account; each account with its name. */
  readonly groups: readonly { readonly accountName: string; readonly assets: readonly ToldAsset[] }[]
}

/** Daftar aset tetap: account by account what each asset cost, what of it is written off and what is left; sen. */
export function assetRegister({ language, asOf, place, groups }: AssetRegisterFacts): Statement {
  const texts: AssetTexts = language === 'en' ? en : id
  const own = (key: keyof AssetTexts['column'], kind: ColumnKind) => ({ key, title: texts.column[key], kind })
  const all = groups.flatMap(({ assets }) => assets)
  const totals = sumsOf(all)
  return {
    report: 'assetRegister',
    language,
    title: reportTexts(language).title.assetRegister,
    subtitle: asOfText(asOf, language),
    date: asOf,
    label: asOf,
    particulars: place === undefined ? [] : [{ key: 'place', title: texts.place, text: place }],
    columns: [
      own('code', 'code'),
      own('name', 'text'),
      own('acquiredOn', 'date'),
      own('months', 'number'),
      ...(place === undefined ? [own('place', 'text')] : []),
      own('condition', 'code'),
      own('cost', 'money'),
      own('accumulated', 'money'),
      own('bookValue', 'money'),
    ],
    rows: [
      ...groups.flatMap(({ accountName, assets }): Row[] => [
        { ...empty, kind: 'heading', level: 0, name: accountName },
        ...assets.map((asset) => lineOf(asset, texts)),
        { ...empty, kind: 'subtotal', level: 0, name: reportTexts(language).column.total, ...sumsOf(assets) },
      ]),
      { ...empty, kind: 'total', level: 0, name: reportTexts(language).total.total, ...totals },
    ],
    totals: { ...totals, assets: all.length },
    notes: [all.length === 0 ? texts.none : texts.residualNote],
  }
}

const empty = {
  ...{ code: null, acquiredOn: null, months: null, place: null, condition: null },
  ...{ cost: null, accumulated: null, bookValue: null },
}

function lineOf({ number, condition, ...asset }: ToldAsset, texts: AssetTexts): Row {
  const { assetId, name, acquiredOn, months, place, cost, accumulated, bookValue } = asset
  const shown = { code: number, name, acquiredOn, months, place, condition: texts.condition[condition] }
  return { kind: 'line', level: 1, ...shown, cost, accumulated, bookValue, assetId }
}

function sumsOf(assets: readonly ToldAsset[]) {
  const sum = (of: 'cost' | 'accumulated' | 'bookValue') => sumSen(assets.map((asset) => asset[of]))
  return { cost: sum('cost'), accumulated: sum('accumulated'), bookValue: sum('bookValue') }
}
