import { formatDate, weekdayName } from '../../calendar.ts'
import { neededFor, usualQuorumPct } from '../../rules/meeting-parts.ts'
import { formatRupiah } from '../../rules/money.ts'
import { formatPct, pctOf } from '../../rules/percent.ts'
import { fact, paragraph } from '../parts.ts'
import type { Part, Statement } from '../statement.ts'
import { filled } from '../texts.ts'
import { line, textColumn } from './board-report.ts'
import { type BookOf, chapter, heldOn, writtenPart } from './chapters.ts'
import type { MeetingBookFacts } from './facts.ts'
import { officersSigning, undated } from './signing.ts'
import { bookTexts } from './texts.ts'

/** Everything of the day of the meeting (domain notes on reports, section 7.8). */
export function meetingDocuments(facts: MeetingBookFacts): Statement[] {
  const texts = bookTexts(facts.language)
  const { chapter: titles } = texts
  return [
    chapter(undated(facts), {
      title: titles.invitation,
      parts: [
        ...texts.invitation.map((text) => paragraph(filled(text, { year: facts.year }))),
        fact(texts.record.day, dayOf(facts)),
        fact(texts.record.time, timeOf(facts)),
        fact(texts.record.place, facts.meeting.record?.place ?? null),
        paragraph(texts.invitationAgenda),
        ...writtenPart(facts, 'agenda'),
        paragraph(texts.invitationEnd),
      ],
      signers: officersSigning(facts, 'chair', 'secretary'),
    }),
    attendance({ ...facts, listed: facts.attending }),
    chapter(facts, { title: titles.rules, parts: rulesOfOrder(facts) }),
    chapter(facts, { title: titles.minutes, parts: writtenPart(facts, 'minutes') }),
    meetingRecord(facts),
    decisions(facts),
    chapter(onItsDay(facts), {
      title: titles.pledge,
      parts: texts.pledge.map((text, index) => ({ kind: 'clause' as const, label: `${index + 1}.`, text })),
      signers: officersSigning(facts, 'chair', 'secretary', 'treasurer', 'supervisor'),
    }),
  ]
}

/** In the whole book they stand in front: here they are pointed to. Printed alone, this part has them itself. */
function rulesOfOrder(facts: MeetingBookFacts): Part[] {
  return facts.part === undefined ? [paragraph(bookTexts(facts.language).rulesInFront)] : writtenPart(facts, 'rules')
}

type Told = Pick<MeetingBookFacts, 'meeting'>

/** A line for everybody to sign; no number but the member's, no address, no telephone. */
export function attendance(facts: BookOf & Pick<MeetingBookFacts, 'meeting' | 'listed'>): Statement {
  const { list, chapter: titles, record: texts } = bookTexts(facts.language)
  const { record, members, hasQuorum } = facts.meeting
  const needed = neededFor({ members, quorumPct: record?.quorumPct ?? usualQuorumPct })
  return {
    ...chapter(facts, {
      title: titles.attendance,
      parts: [],
      table: {
        columns: [
          { key: 'order', title: list.order, kind: 'number' },
          { key: 'number', title: list.number, kind: 'code' },
          textColumn('name', list.name),
          textColumn('signature', list.signature),
        ],
        rows: facts.listed.map(({ number, name }, index) => line({ order: index + 1, number, name, signature: null })),
      },
    }),
    subtitle: heldOn(facts),
    isAnnex: true,
    after: [
      fact(texts.members, filled(texts.people, { count: members })),
      fact(
        texts.quorum,
        filled(texts.neededText, { needed, pct: formatPct(record?.quorumPct ?? usualQuorumPct, facts.language) }),
      ),
      fact(texts.present, record && hasQuorum !== null ? filled(texts.people, { count: record.present }) : null),
    ],
  }
}

/** Berita acara: when, where, who was there and what was decided, signed by who led the meeting. */
export function meetingRecord(facts: BookOf & Told): Statement {
  const { record: texts, chapter: titles } = bookTexts(facts.language)
  const { record: told, members, hasQuorum, canDecide } = facts.meeting
  const room = (text: string | null | undefined) => text ?? null
  const counted = hasQuorum === null ? null : told
  const quorum = counted && {
    pct: formatPct(counted.quorumPct, facts.language),
    presentPct: formatPct(pctOf(counted.present, members) ?? '0', facts.language),
  }
  return chapter(onItsDay(facts), {
    title: titles.record,
    parts: [
      ...(counted ? [] : [paragraph(texts.open)]),
      fact(texts.day, dayOf(facts)),
      fact(texts.time, timeOf(facts)),
      fact(texts.place, room(told?.place)),
      fact(texts.chair, room(told?.chair)),
      fact(texts.secretary, room(told?.secretary)),
      fact(texts.members, String(members)),
      fact(texts.invited, told?.invited == null ? null : String(told.invited)),
      fact(texts.present, counted ? String(counted.present) : null),
      fact(texts.quorum, quorum ? filled(texts.quorumText, quorum) : null),
      ...(hasQuorum ? [paragraph(texts.reached)] : []),
      ...(hasQuorum === false && canDecide ? [paragraph(texts.missedSecond)] : []),
      ...(canDecide === false ? undecided(facts) : [paragraph(texts.decided), ...decided(facts)]),
    ],
    signers: [
      { role: texts.signers.chair, name: told?.chair ?? null, hasStamp: false },
      { role: texts.signers.secretary, name: told?.secretary ?? null, hasStamp: false },
      { role: texts.signers.witness, name: null, hasStamp: false },
    ],
  })
}

export function decisions(facts: BookOf & Told & Pick<MeetingBookFacts, 'surplus' | 'officers'>): Statement {
  const { record: texts, chapter: titles } = bookTexts(facts.language)
  const surplus = { year: facts.year, amount: formatRupiah(facts.surplus) }
  return chapter(onItsDay(facts), {
    title: titles.decisions,
    parts:
      facts.meeting.canDecide === false
        ? undecided(facts)
        : [paragraph(filled(texts.result, surplus)), ...decided(facts)],
    signers: officersSigning(facts, 'chair', 'secretary'),
  })
}

/** What a meeting wrote is signed on its day, not at the end of the year it was about. */
function onItsDay<Facts extends BookOf & Told>(facts: Facts): Facts {
  const { date } = facts.meeting
  return date === null ? undated(facts) : { ...facts, date }
}

const linesToWrite = 8

/** The decisions with their numbers; before the meeting, room to write them. */
function decided({ meeting }: Told): Part[] {
  const known = meeting.record?.decisions ?? []
  return clauses(known.length > 0 ? known : Array.from({ length: linesToWrite }, () => '.'.repeat(110)))
}

const clauses = (texts: readonly string[]): Part[] =>
  texts.map((text, index) => ({ kind: 'clause', label: `${index + 1}.`, text }))

/** Too few came: nothing was decided, whatever was written down; a second meeting is called. */
function undecided({ meeting, language }: BookOf & Told): Part[] {
  const { record: texts } = bookTexts(language)
  const talkedOf = meeting.record?.decisions ?? []
  return [paragraph(texts.missed), ...(talkedOf.length > 0 ? [paragraph(texts.talkedOf), ...clauses(talkedOf)] : [])]
}

export function dayOf({ meeting, language }: Told & BookOf): string | null {
  const day = meeting.date
  return day === null ? null : `${weekdayName(day, language)}, ${formatDate(day, language)}`
}

function timeOf({ meeting, language }: Told & BookOf): string | null {
  const { startsAt, endsAt } = meeting.record ?? {}
  if (startsAt == null) return null
  return endsAt == null ? startsAt : filled(bookTexts(language).record.until, { from: startsAt, to: endsAt })
}
