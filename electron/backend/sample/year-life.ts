import { type CalendarDate, yearOf } from '../../../shared/calendar.ts'
import { isKeptFromYearToYear, type MeetingPart, meetingParts } from '../../../shared/rules/meeting-parts.ts'
import { usualBylaw } from '../../../shared/rules/surplus-bylaw.ts'
import { decisionNumber, decisionsOn, minutesOf, writtenParts } from './meeting-words.ts'
import { officerCount, officersOf } from './office-life.ts'
import { bankAccount, type Life, type Simulation, wholeNotes } from './simulation.ts'
import type { MemberIndex } from './steps.ts'
import type { FundUse } from './year-steps.ts'

/** After December is locked, while only the closing can still be dated into it. */
const closingDay = '02-14'
const meetingDay = '03-21'

/** Each year that is over is closed, the annual meeting divides what it earned, and its funds are used. */
export function yearLife(startsOn: CalendarDate): Life {
  return (_, month) => {
    const before = Number(month.slice(0, 4)) - 1
    const isFirst = before === yearOf(startsOn)
    if (startsOn.startsWith(month)) return [{ date: startsOn, run: rulesOfBook }]
    if (before < yearOf(startsOn)) return []
    const happenings = [
      { day: '01-08', run: incomeTax(before) },
      { day: closingDay, run: closeYear(before) },
      { day: meetingDay, run: annualMeeting(before, isFirst) },
      { day: '04-24', run: payIncomeTax },
      { day: '06-18', run: fundUsed(schoolBooks, 250_000) },
      { day: '09-12', run: fundUsed(sickMember, 200_000) },
    ]
    return happenings
      .filter(({ day }) => month.endsWith(day.slice(0, 2)))
      .map(({ day, run }) => ({ date: `${before + 1}-${day}`, run }))
  }
}

/** Interest counts when it is paid, and shares are divided in whole Rp500, so that they can be paid in coins. */
function rulesOfBook({ steps }: Simulation, date: CalendarDate): void {
  const bylaw = { ...usualBylaw, shares: usualBylaw.shares.map(sharesOf), roundTo: 50_000 }
  const fromYear = yearOf(date)
  steps.push(
    { act: 'loanPolicy', date, accrueInterest: false },
    { act: 'bylaw', date, fromYear, bylaw: { ...bylaw, savingsProducts: [...bylaw.savingsProducts] } },
  )
}

function sharesOf({ bases, ...share }: (typeof usualBylaw.shares)[number]) {
  return { ...share, ...(bases && { bases: [...bases] }) }
}

function incomeTax(year: number) {
  return ({ steps }: Simulation, date: CalendarDate): void => {
    steps.push({ act: 'incomeTax', date, year })
  }
}

function payIncomeTax(simulation: Simulation, date: CalendarDate): void {
  simulation.steps.push({ act: 'payIncomeTax', date, ...putAside(simulation) })
}

function closeYear(year: number) {
  return ({ steps }: Simulation, date: CalendarDate): void => {
    steps.push({ act: 'closeYear', date, year, note: 'Semua bukti sudah dicocokkan bersama pengawas' })
  }
}

/** Most members come; who does not fetches the share later, or has not yet. */
function annualMeeting(year: number, isFirst: boolean) {
  return (simulation: Simulation, date: CalendarDate): void => {
    const { steps } = simulation
    const random = simulation.random('meetings')
    const members = [...simulation.standings.keys()]
    const present = members.filter((member) => member < officerCount || random.chance(88))
    const { chair, secretary } = officersOf(simulation)
    const decision = decisionNumber(year)
    for (const part of meetingParts) {
      if (isFirst || !isKeptFromYearToYear(part)) writePart(simulation, { date, year, part })
    }
    steps.push(
      {
        ...{ act: 'meeting', date, year, place: 'Balai Dusun Krajan', startsAt: '09.00', endsAt: '12.15' },
        ...{ chair, secretary, invited: members.length, present: present.length },
        decisions: [...decisionsOn(year)],
      },
      { act: 'meetingText', date, year, part: 'minutes', paragraphs: [...minutesOf(present.length)] },
      { act: 'decide', date, year, decision },
      { act: 'budget', date, year: year + 1, decision },
    )
    payShares(simulation, date, { year, members: present })
  }
}

type Part = { readonly date: CalendarDate; readonly year: number; readonly part: MeetingPart }

function writePart({ steps }: Simulation, { date, year, part }: Part): void {
  const paragraphs = writtenParts[part]
  if (paragraphs) steps.push({ act: 'meetingText', date, year, part, paragraphs: [...paragraphs] })
}

function payShares(
  simulation: Simulation,
  date: CalendarDate,
  paid: { readonly year: number; readonly members: readonly MemberIndex[] },
): void {
  simulation.steps.push({ act: 'payShares', date, ...paid, ...putAside(simulation) })
}

/** A tenth of what lies at the bank: more than is asked for, so that the bank holds what the plan does not know. */
function putAside(simulation: Simulation) {
  const atMost = wholeNotes(simulation.bank / 10)
  simulation.bank -= atMost
  return { atMost, cashAccount: bankAccount }
}

const schoolBooks: FundUse = {
  ...{ account: '25104', description: 'Buku dan alat tulis untuk anak anggota', paidTo: 'Toko Buku Pelita' },
}
const sickMember: FundUse = {
  ...{ account: '25105', description: 'Santunan untuk anggota yang sakit', paidTo: 'Keluarga anggota' },
}

function fundUsed(use: FundUse, rupiah: number) {
  return (simulation: Simulation, date: CalendarDate): void => {
    const atMost = Math.min(simulation.scaled(rupiah), wholeNotes(simulation.bank))
    if (atMost <= 0) return
    simulation.bank -= atMost
    simulation.steps.push({ act: 'useFund', date, ...use, atMost, cashAccount: bankAccount })
  }
}
