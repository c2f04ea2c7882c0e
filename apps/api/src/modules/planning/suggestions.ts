import { queryFromInfo } from '@pothos/plugin-prisma'
import type { Prisma } from '@samrad/db'
import type { Cadence } from '@samrad/schema'
import { builder, globalIdOf } from '../../builder.ts'
import { badInput } from '../../errors.ts'
import { during, dated } from '../../in-force.ts'
import { notFound } from '../../register/acts.ts'
import { firstDayOf, isYear } from '../../years.ts'
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

type OfBody = { body: { id: string }; meetings: Suggested[] }
const MeetingSuggestions = builder.objectRef<OfBody>('MeetingSuggestions').implement({
  description: 'When one body could meet in a year.',
  fields: (t) => ({
    bodyId: t.id({ description: 'Id of the body.', resolve: ({ body }) => globalIdOf('Body', body.id) }),
    meetings: t.field({
      description: 'The meetings it could have, in order; those that are planned already are left out.',
      type: [SuggestedMeeting],
      resolve: ({ meetings }) => meetings,
    }),
  }),
})

const most = { bodies: 40, times: 60 }

builder.queryField('suggestedMeetings', (t) =>
  t.field({
    description:
      'When bodies could meet in a year: by the cadence of each on the first day of the year, on the weekday it usually meets, without public holidays and days on which the schools of its home are closed.',
    authScopes: { can: 'register:mend' },
    // Of many bodies, a meeting a month.
    complexity: { multiplier: 60 },
    type: [MeetingSuggestions],
    args: {
      bodies: t.arg.globalIDList({ description: 'Which bodies, 1 to 40.', required: true, for: Body }),
      year: t.arg.int({ description: 'Which year, 1990 to 2100.', required: true }),
      weekday: t.arg.int({
        description: 'On which weekday, 1 Monday to 5 Friday; that of most of its meetings when left out.',
      }),
      times: t.arg.int({ description: 'How many meetings, 1 to 60; as many as its cadence says when left out.' }),
    },
    resolve: async (_root, { bodies: asked, year, weekday, times }, context, info) => {
      const { db } = context
      const faults: Record<string, string> = {}
      if (!asked.length || asked.length > most.bodies) faults['bodies'] = asked.length ? 'too_many' : 'required'
      if (!isYear(year)) faults['year'] = 'invalid'
      if (weekday != null && (weekday < 1 || weekday > 5)) faults['weekday'] = 'invalid'
      if (times != null && (times < 1 || times > most.times)) faults['times'] = 'invalid'
      if (Object.keys(faults).length) throw badInput(faults)
      const ids = [...new Set(asked.map(({ id }) => id))]
      const bodies = await db.body.findMany({ where: { id: { in: ids } }, select: planned })
      if (bodies.length < ids.length) throw notFound()
      const homes = [...new Set(bodies.map(({ homeMunicipalityId }) => homeMunicipalityId))]
      const [begin, end] = [firstDayOf(year), firstDayOf(year + 1)]
      const met = await db.meeting.findMany({
        where: { bodyId: { in: ids }, status: { in: ['planned', 'held'] }, heldOn: { lt: end } },
        select: { bodyId: true, heldOn: true },
        orderBy: { heldOn: 'asc' },
      })
      const breaks = await db.schoolBreak.findMany({
        where: { municipalityId: { in: homes }, fromOn: { lt: end }, untilOn: { gte: begin } },
      })
      const holidays = holidaysIn(year)
      const offIn =
        (municipalityId: string) =>
        (day: Date): DayOff | undefined => {
          const holiday = holidays.get(dayKey(day))
          if (holiday) return { why: 'holiday', name: holiday }
          const closed = breaks.find(
            (one) => one.municipalityId === municipalityId && one.fromOn <= day && day <= one.untilOn,
          )
          if (closed) return { why: 'school_break', name: closed.name }
          return isUsualBreak(day) ? { why: 'usual_break', name: '' } : undefined
        }
      const plans = ids.flatMap((id) => {
        const body = bodies.find((one) => one.id === id)
        if (!body) return []
        const days = met.filter(({ bodyId }) => bodyId === id).map(({ heldOn }) => heldOn)
        const before = days.filter((day) => day < begin)
        const cadence = busiest(during(body, body.cadences, begin).map((one) => one.cadence as Cadence))
        // A body that has not met for more than a year begins anew.
        const last = before.at(-1)
        const lately = last && begin.getTime() - last.getTime() < 366 * 86_400_000 ? last : undefined
        const slots = openSlots(slotsOf(cadence, year, { times: times ?? undefined, last: lately }), days)
        const on = weekday ?? usualWeekday(before.slice(-12))
        const off = offIn(body.homeMunicipalityId)
        return [{ body, suggestions: slots.map((slot) => dayIn(slot, on, off)) }]
      })
      const query = queryFromInfo({
        context,
        info,
        typeName: 'Meeting',
        select: { id: true, heldOn: true, body: { select: { homeMunicipalityId: true } } },
        paths: [['meetings', 'sameDay']],
      })
      const others = await db.meeting.findMany({
        ...query,
        where: {
          heldOn: { in: plans.flatMap(({ suggestions }) => suggestions.flatMap(({ on }) => on ?? [])) },
          status: { in: ['planned', 'held'] },
          body: { homeMunicipalityId: { in: homes } },
        },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      })
      return plans.map(({ body, suggestions }) => ({
        body,
        meetings: suggestions.map((suggestion) => ({
          ...suggestion,
          sameDay: others.filter(
            (other) =>
              other.heldOn.getTime() === suggestion.on?.getTime() &&
              other.body.homeMunicipalityId === body.homeMunicipalityId,
          ),
        })),
      }))
    },
  }),
)
