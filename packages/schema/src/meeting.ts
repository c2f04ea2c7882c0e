import { z } from 'zod'
import { PartyRules } from './register.ts'
import { line, longest, optional } from './text.ts'

const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/
const timeOfDay = z.string().regex(timePattern, 'not_a_time')
const isTime = (text: string | null | undefined): text is string => timePattern.test(text ?? '')

/** What may be said of a meeting, also when it is moved. */
export const MeetingRules = z
  .object({
    startsAt: optional(timeOfDay),
    endsAt: optional(timeOfDay),
    place: optional(line(longest.line)),
    round: optional(line(longest.shortName)),
  })
  .refine(({ startsAt, endsAt }) => !endsAt || Boolean(startsAt), { path: ['startsAt'], error: 'required' })
  .refine(({ startsAt, endsAt }) => !isTime(startsAt) || !isTime(endsAt) || startsAt < endsAt, {
    path: ['endsAt'],
    error: 'ends_before',
  })

/** What may be said of days on which schools are closed. */
export const SchoolBreakRules = z.object({ name: line(longest.shortName) })

/** Why a meeting was moved or cancelled, or its agenda closed. */
export const BecauseRules = z.object({ because: optional(line(longest.line)) })

/** The law by which something is not public. */
export const LegalGroundRules = z.object({ legalGround: optional(line(longest.name)) })

/** What may be said of an item of an agenda. */
export const AgendaItemRules = z.object({
  title: line(longest.line),
  text: optional(line(longest.summary)),
  minutes: optional(z.int().min(1).max(600)),
  presenters: optional(z.array(PartyRules).max(20)),
})

/** What minutes may say of an item; lines and spaces are as they were typed. */
export const MinutesEntryRules = z.object({
  text: optional(z.string().max(longest.minutes)),
  decision: optional(z.string().max(longest.summary)),
})

/** Whether somebody came to a meeting. */
export const AttendanceRules = z.object({
  rows: z.array(z.object({ who: optional(PartyRules), missed: optional(z.array(z.unknown()).max(200)) })).max(200),
})

/** What may be added to approved minutes. */
export const AddendumRules = z.object({ text: line(longest.summary) })

/** What may be said of an action point. */
export const ActionPointRules = z.object({
  text: line(longest.line),
  owners: optional(z.array(PartyRules).max(10)),
  note: optional(line(longest.summary)),
})
