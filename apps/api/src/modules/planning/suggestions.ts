import { queryFromInfo } from '@pothos/plugin-prisma'
import type { Prisma } from '@samrad/db'
import type { Cadence } from '@samrad/schema'
import { builder } from '../../builder.ts'
import { badInput } from '../../errors.ts'
import { during, dated } from '../../in-force.ts'
import { notFound } from '../../register/acts.ts'
import { Body } from '../body/body.ts'
import { Meeting } from '../meeting/meeting.ts'
import { holidaysIn, isUsualBreak, publicHolidays, type PublicHoliday } from './holidays.ts'
import { busiest, dayIn, openSlots, slotsOf, usualWeekday, type DayOff, type Suggestion } from './rules.ts'

const DayOffKind = builder.enumType('DayOffKind', {
  description: 'Why no meeting is suggested for a day.',
  values: {
    HOLIDAY: { value: 'holiday', description: 'A public holiday in Norway, or an eve on which offices are closed.' },
    SCHOOL_BREAK: {
      value: 'school_break',
      description: 'The schools of the municipality are closed, as it says itself.',
    },
    USUAL_BREAK: { value: 'usual_break', description: 'Schools are closed all over the country.' },
  } as const,
})

const PublicHolidayName = builder.enumType('PublicHoliday', {
  description: 'A public holiday in Norway, or an eve on which offices are closed.',
  values: Object.values(publicHolidays),
})

const PassedOver = builder.objectRef<Suggestion['passedOver'][number]>('PassedOver').implement({
  description: 'A day on which a meeting would have been suggested if it were not off.',
  fields: (t) => ({
    on: t.expose('on', { description: 'The day.', type: 'Date' }),
    why: t.field({ description: 'Why it is off.', type: DayOffKind, resolve: ({ off }) => off.why }),
    holiday: t.field({
      description: 'Which holiday; null for other days.',
      type: PublicHolidayName,
      nullable: true,
      resolve: ({ off }) => (off.why === 'holiday' ? (off.name as PublicHoliday) : null),
    }),
    name: t.string({
      description: 'What the municipality calls its break; null for other days.',
      nullable: true,
      resolve: ({ off }) => (off.why === 'school_break' ? off.name : null),
    }),
  }),
})

type Suggested = Suggestion & { sameDay: object[] }
const SuggestedMeeting = builder.objectRef<Suggested>('SuggestedMeeting').implement({
  description: 'A meeting that a body could have, by its cadence and the calendar.',
  fields: (t) => ({
    on: t.expose('on', {
      description: 'The day; null when every day around it is off.',
      type: 'Date',
      nullable: true,
    }),
    near: t.field({
      description: 'The day it should be near, by the cadence.',
      type: 'Date',
      resolve: ({ slot }) => slot.target,
    }),
    passedOver: t.expose('passedOver', {
      description: 'Days that were nearer and of the same weekday, and why it is none of them.',
      type: [PassedOver],
    }),
    sameDay: t.field({
      description: 'Other meetings of the same municipality on that day, that you may see.',
      type: [Meeting],
      resolve: ({ sameDay }) => sameDay as never[],
    }),
  }),
})

const planned = {
  homeMunicipalityId: true,
  cadences: true,
  ...dated,
} as const satisfies Prisma.BodySelect

const dayKey = (day: Date) => day.toISOString().slice(0, 10)

builder.queryField('suggestedMeetings', (t) =>
  t.field({
    description:
      'When a body could meet in a year: by its cadence on the first day of the year, on the weekday it usually meets, without public holidays and days on which schools are closed. Meetings that are planned already are left out.',
    authScopes: { can: 'register:mend' },
    complexity: { multiplier: 20 },
    type: [SuggestedMeeting],
    args: {
      body: t.arg.globalID({ description: 'Which body.', required: true, for: Body }),
      year: t.arg.int({ description: 'Which year, 2000 to 2100.', required: true }),
      weekday: t.arg.int({
        description: 'On which weekday, 1 Monday to 5 Friday; that of most of its meetings when left out.',
      }),
      times: t.arg.int({ description: 'How many meetings, 1 to 60; as many as its cadence says when left out.' }),
    },
    resolve: async (_root, { body: { id }, year, weekday, times }, context, info) => {
      const { db } = context
      const faults: Record<string, string> = {}
      if (year < 2000 || year > 2100) faults['year'] = 'invalid'
      if (weekday != null && (weekday < 1 || weekday > 5)) faults['weekday'] = 'invalid'
      if (times != null && (times < 1 || times > 60)) faults['times'] = 'invalid'
      if (Object.keys(faults).length) throw badInput(faults)
      const body = await db.body.findUnique({ where: { id }, select: planned })
      if (!body) throw notFound()
      const { homeMunicipalityId: municipalityId } = body
      const [begin, end] = [new Date(Date.UTC(year, 0, 1)), new Date(Date.UTC(year + 1, 0, 1))]
      const mine = await db.meeting.findMany({
        where: { bodyId: id, status: { in: ['planned', 'held'] }, heldOn: { lt: end } },
        select: { heldOn: true },
        orderBy: { heldOn: 'asc' },
      })
      const breaks = await db.schoolBreak.findMany({
        where: { municipalityId, fromOn: { lt: end }, untilOn: { gte: begin } },
      })
      const days = mine.map(({ heldOn }) => heldOn)
      const before = days.filter((day) => day < begin)
      const holidays = holidaysIn(year)
      const off = (day: Date): DayOff | undefined => {
        const holiday = holidays.get(dayKey(day))
        if (holiday) return { why: 'holiday', name: holiday }
        const closed = breaks.find(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn)
        if (closed) return { why: 'school_break', name: closed.name }
        return isUsualBreak(day) ? { why: 'usual_break', name: '' } : undefined
      }
      const cadences = during(body, body.cadences, begin)
      const cadence = busiest(cadences.map((one) => one.cadence as Cadence))
      // A body that has not met for more than a year begins anew.
      const last = before.at(-1)
      const lately = last && begin.getTime() - last.getTime() < 366 * 86_400_000 ? last : undefined
      const slots = openSlots(slotsOf(cadence, year, { times: times ?? undefined, last: lately }), days)
      const on = weekday ?? usualWeekday(before.slice(-12))
      const suggestions = slots.map((slot) => dayIn(slot, on, off))
      const query = queryFromInfo({
        context,
        info,
        typeName: 'Meeting',
        select: { id: true, heldOn: true },
        paths: [['sameDay']],
      })
      const others = await db.meeting.findMany({
        ...query,
        where: {
          heldOn: { in: suggestions.flatMap(({ on: day }) => day ?? []) },
          status: { in: ['planned', 'held'] },
          body: { homeMunicipalityId: municipalityId },
        },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      })
      return suggestions.map((suggestion) => ({
        ...suggestion,
        sameDay: others.filter(({ heldOn }) => heldOn.getTime() === suggestion.on?.getTime()),
      }))
    },
  }),
)
