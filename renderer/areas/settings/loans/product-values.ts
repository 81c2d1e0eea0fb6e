import type { LoanProduct } from '../../../../shared/contract/loan-terms.ts'
import type { Client } from '../../../client.ts'
import { units } from '../cooperative-values.ts'

type Input = Parameters<Client['loans']['updateProduct']>[0]

/** A loan product as it stands in its form; empty fields are no limit, no bound, no fee. */
export interface LoanProductValues {
  readonly nameId: string
  readonly nameEn: string
  readonly unit: string
  readonly active: boolean
  readonly method: LoanProduct['method']
  readonly rate: string | null
  readonly ratePer: LoanProduct['ratePer']
  readonly every: number | null
  readonly everyUnit: LoanProduct['interval']['unit']
  readonly gracePrincipalMonths: number | null
  readonly graceAllMonths: number | null
  readonly dayCount: LoanProduct['dayCount']
  readonly rounding: LoanProduct['rounding']
  readonly roundTo: number
  readonly roundPaymentTo: number | null
  readonly earlySettlement: LoanProduct['earlySettlement']
  readonly provisionPct: string | null
  readonly administration: number | null
  readonly insurancePct: string | null
  readonly loanSavingsPct: string | null
  readonly stamp: number | null
  readonly stampPaidBy: LoanProduct['fees']['stampPaidBy']
  readonly penaltyKind: LoanProduct['penalty']['kind']
  readonly penaltyPct: string | null
  readonly penaltyGraceDays: number | null
  readonly penaltyCapPct: string | null
  readonly allocation: LoanProduct['allocation']
  readonly excess: LoanProduct['excess']
  readonly principalMax: number | null
  readonly monthsMax: number | null
  readonly timesSavings: string | null
  readonly collateralAbove: number | null
  readonly guarantorAbove: number | null
}

const orEmpty = (amount: number) => (amount === 0 ? null : amount)
const pctOrEmpty = (pct: string) => (Number(pct) === 0 ? null : pct)

export function productValues(product: LoanProduct): LoanProductValues {
  const { nameId, nameEn, unit, active, method, ratePct, ratePer, interval, fees, penalty, limits } = product
  const { dayCount, rounding, roundTo, roundPaymentTo, earlySettlement, allocation, excess } = product
  return {
    ...{ nameId, nameEn, unit, active, method, rate: ratePct, ratePer },
    ...{ every: interval.every, everyUnit: interval.unit },
    gracePrincipalMonths: orEmpty(product.gracePrincipalMonths),
    graceAllMonths: orEmpty(product.graceAllMonths),
    ...{ dayCount, rounding, roundTo, roundPaymentTo, earlySettlement, allocation, excess },
    ...{ provisionPct: pctOrEmpty(fees.provisionPct), administration: orEmpty(fees.administration) },
    ...{ insurancePct: pctOrEmpty(fees.insurancePct), loanSavingsPct: pctOrEmpty(fees.loanSavingsPct) },
    ...{ stamp: orEmpty(fees.stamp), stampPaidBy: fees.stampPaidBy },
    ...{ penaltyKind: penalty.kind, penaltyPct: pctOrEmpty(penalty.pct) },
    ...{ penaltyGraceDays: orEmpty(penalty.graceDays), penaltyCapPct: penalty.capPct },
    ...limits,
  }
}

/** What `loans.updateProduct` is told; a rate that was left empty is refused there, at its field. */
export function productInput(values: LoanProductValues): Omit<Input, 'product'> {
  const { nameId, nameEn, active, method, rate, ratePer, every, everyUnit } = values
  const { dayCount, rounding, roundTo, roundPaymentTo, earlySettlement, allocation, excess } = values
  const { principalMax, monthsMax, timesSavings, collateralAbove, guarantorAbove } = values
  const unit = units.find((one) => one === values.unit)
  return {
    ...{ nameId, nameEn, active, method },
    ...(unit === undefined ? {} : { unit }),
    ...(ratePer === 'month' ? { ratePctPerMonth: rate ?? '' } : { ratePctPerYear: rate ?? '' }),
    interval: { unit: everyUnit, every: every ?? 0 },
    ...{ gracePrincipalMonths: values.gracePrincipalMonths ?? 0, graceAllMonths: values.graceAllMonths ?? 0 },
    ...{ dayCount, rounding, roundTo, roundPaymentTo, earlySettlement, allocation, excess },
    fees: feesInput(values),
    penalty: penaltyInput(values),
    limits: { principalMax, monthsMax, timesSavings, collateralAbove, guarantorAbove },
  }
}

function feesInput(values: LoanProductValues): Required<NonNullable<Input['fees']>> {
  return {
    provisionPct: values.provisionPct ?? '0',
    administration: values.administration ?? 0,
    insurancePct: values.insurancePct ?? '0',
    loanSavingsPct: values.loanSavingsPct ?? '0',
    stamp: values.stamp ?? 0,
    stampPaidBy: values.stampPaidBy,
  }
}

/** What is not shown while no penalty is asked for stays as it was. */
function penaltyInput({ penaltyKind: kind, ...values }: LoanProductValues): NonNullable<Input['penalty']> {
  if (kind === 'none') return { kind }
  const { penaltyPct, penaltyGraceDays, penaltyCapPct } = values
  return { kind, pct: penaltyPct ?? '', graceDays: penaltyGraceDays ?? 0, capPct: penaltyCapPct }
}

/** Where a path of the input stands in the form. */
export const productPaths: Readonly<Record<string, string>> = {
  ratePctPerMonth: 'rate',
  ratePctPerYear: 'rate',
  'interval.every': 'every',
  'interval.unit': 'everyUnit',
  'penalty.kind': 'penaltyKind',
  'penalty.pct': 'penaltyPct',
  'penalty.graceDays': 'penaltyGraceDays',
  'penalty.capPct': 'penaltyCapPct',
  ...Object.fromEntries(
    ['provisionPct', 'administration', 'insurancePct', 'loanSavingsPct', 'stamp', 'stampPaidBy'].map((field) => [
      `fees.${field}`,
      field,
    ]),
  ),
  ...Object.fromEntries(
    ['principalMax', 'monthsMax', 'timesSavings', 'collateralAbove', 'guarantorAbove'].map((field) => [
      `limits.${field}`,
      field,
    ]),
  ),
}
