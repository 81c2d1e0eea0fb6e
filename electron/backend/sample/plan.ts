import {
  addDays,
  addMonths,
  addMonthsToMonth,
  type CalendarDate,
  type CalendarMonth,
  firstDayOfMonth,
  monthOf,
  monthsBetween,
} from '../../../shared/calendar.ts'
import { equipmentLife } from './equipment-life.ts'
import { grants } from './grants.ts'
import { interestLife } from './interest-life.ts'
import { leavingLife } from './leaving-life.ts'
import { endingLife } from './loan-endings-life.ts'
import { loanLife } from './loan-life.ts'
import { officeLife } from './office-life.ts'
import { openBooks } from './opening.ts'
import { samplePeople } from './people.ts'
import { owe, savingLife } from './saving-life.ts'
import { shopLife } from './shop-life.ts'
import { type Happening, type Life, Simulation } from './simulation.ts'
import type { SamplePlan } from './steps.ts'
import { taxLife } from './tax-life.ts'
import { termLife } from './term-life.ts'
import { sampleCooperative } from './village.ts'
import { yearLife } from './year-life.ts'

export interface SampleOptions {
  readonly years: number
  readonly members: number
  /** Another word gives other people and other amounts; the same word always the same. */
  readonly seed?: string | undefined
  /** The last day of the sample; fixed unless given, so that its bytes do not depend on the day it is made. */
  readonly endsOn?: CalendarDate | undefined
}

/** Makes up the whole life of the sample cooperative, day by day, without a clock and without a book. */
export function samplePlan({ years, members, seed = 'lumbung', endsOn = '2026-10-31' }: SampleOptions): SamplePlan {
  const startsOn = firstDayOfMonth(addMonthsToMonth(monthOf(endsOn), 1 - 12 * years))
  const foundedOn = addDays(addMonths(startsOn, -32), 16)
  const people = samplePeople(seed, members, { foundedOn, startsOn, endsOn })
  const simulation = new Simulation(seed, people)
  openBooks(simulation, { foundedOn, startsOn })
  const lives: readonly Life[] = [
    savingLife(startsOn),
    interestLife,
    loanLife(endsOn),
    endingLife(endsOn),
    termLife(endsOn),
    shopLife(startsOn),
    leavingLife(endsOn),
    officeLife,
    grants(startsOn),
    equipmentLife(startsOn),
    taxLife({ foundedOn, startsOn }),
    yearLife(startsOn),
  ]
  for (let index = 0; index <= monthsBetween(monthOf(startsOn), monthOf(endsOn)); index += 1) {
    const month = addMonthsToMonth(monthOf(startsOn), index)
    owe(simulation, month, startsOn)
    liveThrough(simulation, lives, month, endsOn)
  }
  return { cooperative: sampleCooperative(foundedOn), startsOn, endsOn, people: members, steps: simulation.steps }
}

/** Everything of a month in the order of its days, until the last day of the sample. */
function liveThrough(simulation: Simulation, lives: readonly Life[], month: CalendarMonth, endsOn: CalendarDate): void {
  const { agenda } = simulation
  agenda.push(...lives.flatMap((life) => life(simulation, month)))
  for (let next = takeEarliest(agenda); next; next = takeEarliest(agenda)) {
    if (next.date <= endsOn) next.run(simulation, next.date)
  }
}

/** The first of those with the earliest day. */
function takeEarliest(agenda: Happening[]): Happening | undefined {
  let earliest = 0
  for (const [index, { date }] of agenda.entries()) if (date < (agenda[earliest]?.date ?? date)) earliest = index
  return agenda.splice(earliest, 1)[0]
}
