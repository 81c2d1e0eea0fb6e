import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import type { useText } from '../../../ui/text.ts'

type Translate = ReturnType<typeof useText>['t']
export type Condition = Answers['assets']['get']['condition']
type Method = NonNullable<Answers['assets']['get']['method']>

/** What an asset may be, by the account it stands on. */
export const assetGroups = ['18104', '18105', '18103', '18102', '18101', '19101'] as const
type AssetGroup = (typeof assetGroups)[number]

export const ways = ['cash', 'credit', 'grant', 'takeOver'] as const
export const methods = ['straight_line', 'declining'] as const
export const conditions = ['good', 'worn', 'broken'] as const
/** Land, which loses nothing. */
export const land: AssetGroup = '18101'

/** The everyday name of the group an account stands for. */
export function groupNameOf(t: Translate, account: string): string {
  const group = assetGroups.find((one) => one === account)
  return group === undefined ? account : t(($) => $.assets.group[group])
}

/** What stands in the fields of a new asset. */
export interface AssetValues {
  readonly name: string
  readonly way: (typeof ways)[number]
  readonly account: AssetGroup
  readonly date: string | null
  readonly acquiredOn: string | null
  readonly cost: number | null
  readonly accumulated: number | null
  readonly cashAccount: string | null
  readonly partnerId: string
  readonly fundId: string
  readonly budgetLineId: string
  readonly approvedBy: string
  readonly months: number | null
  readonly residual: number | null
  readonly method: Method
  readonly ratePctPerYear: string | null
  readonly number: string
  readonly place: string
  readonly holder: string
  readonly serial: string
  readonly condition: Condition
}

/** An empty form of a day. */
export function newAsset(today: string): AssetValues {
  return {
    ...{ name: '', way: 'cash', account: '18104', date: today, acquiredOn: null, cost: null, accumulated: null },
    ...{
      cashAccount: null,
      partnerId: '',
      fundId: '',
      budgetLineId: '',
      approvedBy: '',
      months: null,
      residual: null,
      method: 'straight_line',
    },
    ...{ ratePctPerYear: null, number: '', place: '', holder: '', serial: '', condition: 'good' },
  }
}

/** What every way of coming in is told; what stands in no field of the form is left out. */
export function termsOf(values: AssetValues) {
  const { name, account, date, cost, number, place, holder, serial, condition } = values
  const given = { name, account, date: date ?? '', cost: cost ?? 0, condition }
  return {
    ...given,
    ...(number.trim() !== '' && { number }),
    ...(place.trim() !== '' && { place }),
    ...(holder.trim() !== '' && { holder }),
    ...(serial.trim() !== '' && { serial }),
    ...(account !== land && lossOf(values)),
  } satisfies Omit<Inputs['assets']['takeOver'], 'requestId' | 'acquiredOn' | 'cost' | 'residual'> & {
    cost: number
    residual?: number
  }
}

function lossOf({ months, residual, method, ratePctPerYear }: AssetValues) {
  return {
    method,
    ...(months !== null && { months }),
    ...(residual !== null && { residual }),
    ...(method === 'declining' && ratePctPerYear !== null && { ratePctPerYear }),
  }
}

/** Whose money pays it or who gives it; what stands in no field is left out. */
export function fundOf({ way, fundId, budgetLineId, approvedBy }: AssetValues) {
  if (fundId === '') return {}
  if (way === 'grant') return { fundId }
  return {
    fundId,
    ...(budgetLineId !== '' && { budgetLineId }),
    ...(approvedBy.trim() !== '' && { approvedBy }),
  }
}
