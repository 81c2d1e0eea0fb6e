import { addDays, addMonths, type CalendarDate, daysBetween } from '../../../shared/calendar.ts'
import type { MemberInput } from '../../../shared/contract/members.ts'
import { nameGiver, type Sex } from './names.ts'
import { type Random, randomOf } from './random.ts'
import { countries, hamlets, occupations, sectors } from './village.ts'

/** A member as she is entered, and how she is with money. */
export interface SamplePerson {
  readonly particulars: MemberInput
  /** How often of a hundred monthly meetings she comes, and whether she then pays all she is behind with. */
  readonly comesPercent: number
  readonly catchesUp: boolean
  /** Where she stands among savers: what she usually puts aside, in rupiah. */
  readonly usualSaving: number
}

interface Times {
  readonly foundedOn: CalendarDate
  /** The first day of the book: about six of ten members had joined by then. */
  readonly startsOn: CalendarDate
  readonly endsOn: CalendarDate
}

/** Members in the order they joined, numbered in that order. Their national id numbers and phones stay empty. */
export function samplePeople(seed: string, count: number, times: Times): SamplePerson[] {
  const random = randomOf(`${seed}/people`)
  const name = nameGiver(randomOf(`${seed}/names`))
  const width = Math.max(3, String(count).length)
  return joiningDays(random, count, times).map((joinedOn, index) => {
    const sex: Sex = random.chance(78) ? 'female' : 'male'
    const isWeak = random.chance(9)
    return {
      particulars: {
        number: String(index + 1).padStart(width, '0'),
        name: name(sex),
        sex,
        joinedOn,
        ...particulars(random, joinedOn),
      },
      comesPercent: isWeak ? random.whole(35, 60) : random.whole(93, 100),
      catchesUp: !isWeak,
      usualSaving: random.pick([0, 0, 10_000, 10_000, 20_000, 20_000, 25_000, 50_000, 50_000, 100_000]),
    }
  })
}

function joiningDays(random: Random, count: number, { foundedOn, startsOn, endsOn }: Times): CalendarDate[] {
  const before = Math.max(1, Math.floor(count * 0.6))
  const days = Array.from({ length: count }, (_, index) => {
    if (index < Math.min(before, 20)) return foundedOn
    if (index < before) return addDays(foundedOn, random.whole(1, daysBetween(foundedOn, startsOn) - 1))
    return addDays(startsOn, random.whole(5, Math.max(6, daysBetween(startsOn, endsOn) - 60)))
  })
  return days.sort()
}

function particulars(random: Random, joinedOn: CalendarDate) {
  const birthDate = addDays(addMonths(joinedOn, -12 * random.whole(23, 61)), random.whole(0, 364))
  return {
    birthDate,
    hamlet: random.pick(hamlets),
    rt: String(random.whole(1, 6)).padStart(3, '0'),
    rw: String(random.whole(1, 3)).padStart(3, '0'),
    village: 'Karangwilujeng',
    district: 'Tirtasekar',
    occupation: random.pick(occupations),
    bpjs: random.chance(55) ? ('active' as const) : ('none' as const),
    consentOn: joinedOn,
    returnee: returnee(random, joinedOn),
  }
}

function returnee(random: Random, joinedOn: CalendarDate): NonNullable<MemberInput['returnee']> {
  const country = random.pick(countries)
  if (random.chance(25)) return { status: 'family', country }
  const returnedOn = addDays(addMonths(joinedOn, -random.whole(6, 96)), random.whole(0, 27))
  return { status: 'returnee', country, sector: random.pick(sectors), years: random.whole(2, 12), returnedOn }
}
