import type { CalendarDate } from '../calendar.ts'

/** When somebody was a member: from the day she joined until the day before she left. */
export interface Membership {
  readonly joinedOn: CalendarDate
  readonly leftOn: CalendarDate | null
}

/** Whether somebody is a member on a day; on the day she leaves she is none any more. */
export function isMemberOn({ joinedOn, leftOn }: Membership, day: CalendarDate): boolean {
  return joinedOn <= day && (leftOn === null || day < leftOn)
}
