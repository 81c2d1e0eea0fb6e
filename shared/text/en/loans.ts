import type { loans as id } from '../id/loans.ts'
import type { Shape } from '../shape.ts'

export const loans: Shape<typeof id> = {
  method: {
    flat: 'Flat',
    declining: 'Declining',
    annuity: 'Annuity',
    bullet: 'Harvest',
  },
  methodLong: {
    flat: 'Flat: interest on the whole loan',
    declining: 'Declining: interest on what is still owed',
    annuity: 'Annuity: equal instalments, interest on what is still owed',
    bullet: 'Harvest: principal paid all at once at the end',
  },
  interval: {
    month1: 'Every month',
    week1: 'Every week',
    week2: 'Every 2 weeks',
    month2: 'Every 2 months',
    month3: 'Every 3 months',
    month4: 'Every 4 months',
    month6: 'Every 6 months',
    month12: 'Every year',
  },
  ratePer: { month: 'a month', year: 'a year' },
  months: 'months',
}
