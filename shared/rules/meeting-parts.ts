import { Exact } from './money.ts'

/**
 * What the board and the supervisors write into the book of the annual meeting (domain notes on reports, section 7), in the
 * order of the book. What is figures there comes from the books and is written by nobody.
 */
export const meetingParts = [
  'preface',
  'agenda',
  'rules',
  'organisation',
  'business',
  'programmes',
  'followUp',
  'supervisors',
  'workPlan',
  'minutes',
  'notesGeneral',
  'notesPolicies',
  'notesEvents',
  'notesCommitments',
] as const
export type MeetingPart = (typeof meetingParts)[number]

const keptParts: ReadonlySet<MeetingPart> = new Set(['preface', 'agenda', 'rules', 'notesGeneral', 'notesPolicies'])

/**
 * True for what is said year after year until other words are written. Every other part tells what happened in one year or
 * is planned for the next: as another year's text it would be untrue.
 */
export function isKeptFromYearToYear(part: MeetingPart): boolean {
  return keptParts.has(part)
}

/** What bylaws usually ask for, percent of the members, where nobody said otherwise. */
export const usualQuorumPct = '50'

/** How many members must be there at least, whole people. */
export function neededFor({ members, quorumPct }: Omit<Attendance, 'present'>): number {
  return new Exact(quorumPct).mul(members).div(100).ceil().toNumber()
}

/** Who came to a meeting, of how many, and how many the bylaws ask for. */
interface Attendance {
  readonly present: number
  readonly members: number
  /** Percent of the members that must be there at least. */
  readonly quorumPct: string
}

/** True where enough members are there to decide. */
export function hasQuorum({ present, members, quorumPct }: Attendance): boolean {
  return new Exact(present).mul(100).gte(new Exact(quorumPct).mul(members))
}
