import { builder, open } from '../../builder.ts'
import { citedFields } from '../../fact-fields.ts'
import { Visibility } from '../../visibility.ts'
import { Body } from '../body/body.ts'

export const MeetingStatus = builder.enumType('MeetingStatus', {
  ...open('What became of a meeting.'),
  values: {
    PLANNED: { value: 'planned', description: 'Planned; whether it was held is not recorded.' },
    HELD: { value: 'held', description: 'Held.' },
    MOVED: { value: 'moved', description: 'Moved to a day that is not recorded.' },
    CANCELLED: { value: 'cancelled', description: 'Cancelled.' },
  },
})

const AgendaState = builder.enumType('AgendaState', {
  ...open('Whether an agenda may be read.'),
  values: {
    DRAFT: { value: 'draft', description: 'It is being made; nobody else reads it.' },
    PUBLISHED: { value: 'published', description: 'Each item is read by those who may.' },
    CLOSED: { value: 'closed', description: 'Closed as a whole, with the reason.' },
  } as const,
})

const MeetingNoticeKind = builder.enumType('MeetingNoticeKind', {
  ...open('What was told of a meeting.'),
  values: {
    MOVED: { value: 'moved', description: 'It was moved: to another day, time or place.' },
    CANCELLED: { value: 'cancelled', description: 'It was cancelled.' },
    RESTORED: { value: 'restored', description: 'It is on again after all.' },
  } as const,
})

const MeetingNotice = builder.prismaObject('MeetingNotice', {
  ...open('That a meeting was moved, cancelled or is on again.'),
  select: { id: true },
  fields: (t) => ({
    kind: t.expose('kind', { ...open('Which.'), type: MeetingNoticeKind }),
    madeAt: t.string({
      ...open('When it was told: a time in ISO 8601, UTC.'),
      select: { madeAt: true },
      resolve: ({ madeAt }) => madeAt.toISOString(),
    }),
    because: t.exposeString('because', { ...open('Why; null when not said.'), nullable: true }),
    fromOn: t.expose('fromOn', {
      ...open('The day it was to be held before it was moved; null when it was not moved.'),
      type: 'Date',
      nullable: true,
    }),
    fromStartsAt: t.exposeString('fromStartsAt', {
      ...open('Norwegian time of day it was to begin before it was moved; null when not known.'),
      nullable: true,
    }),
    fromEndsAt: t.exposeString('fromEndsAt', {
      ...open('Norwegian time of day it was to end before it was moved; null when not known.'),
      nullable: true,
    }),
    fromPlace: t.exposeString('fromPlace', {
      ...open('Where it was to be before it was moved; null when not known.'),
      nullable: true,
    }),
  }),
})

type Withheld = { number: number; legalGround: string | null }
const WithheldItem = builder.objectRef<Withheld>('WithheldItem').implement({
  ...open('That an item of an agenda is not read by everybody who sees the meeting. Its words are not told.'),
  fields: (t) => ({
    number: t.exposeInt('number', open('Its number on the agenda.')),
    legalGround: t.exposeString('legalGround', {
      ...open('The law by which it is not public; null when it was not said.'),
      nullable: true,
    }),
  }),
})

export const Meeting = builder.prismaNode('Meeting', {
  ...open('A meeting of a body.'),
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    body: t.relation('body', open('Which body.')),
    slug: t.exposeString('slug', {
      ...open(
        'Its part of the address within the body: the day it was first planned for and six signs. It never changes.',
      ),
    }),
    heldOn: t.expose('heldOn', { ...open('The day, in Norway.'), type: 'Date' }),
    startsAt: t.exposeString('startsAt', {
      ...open('Norwegian time of day, `13:00`; null when not known.'),
      nullable: true,
    }),
    endsAt: t.exposeString('endsAt', {
      ...open('Norwegian time of day, `15:30`; null when not known.'),
      nullable: true,
    }),
    status: t.expose('status', { ...open('What became of it.'), type: MeetingStatus }),
    place: t.exposeString('place', { ...open('Where; null when not known.'), nullable: true }),
    round: t.string({
      ...open('Label of the round that several bodies share, such as «1/19»; null when it is in none.'),
      nullable: true,
      select: { round: true },
      resolve: ({ round }) => round?.label ?? null,
    }),
    notices: t.field({
      ...open('What was told of it after it was planned, the latest first.'),
      type: [MeetingNotice],
      select: (_args, _context, nested) => ({ notices: nested({ orderBy: [{ madeAt: 'desc' }, { id: 'desc' }] }) }),
      resolve: ({ notices }) => notices,
    }),
    agendaState: t.expose('agendaState', { ...open('Whether its agenda may be read.'), type: AgendaState }),
    agendaClosedBecause: t.exposeString('agendaClosedBecause', {
      ...open('Why the whole agenda is closed, usually the law; null when it is not.'),
      nullable: true,
    }),
    agendaVersion: t.exposeInt('agendaVersion', {
      description:
        'Counts what was done with its agenda. Who orders, publishes or closes it says which version they saw.',
    }),
    withheld: t.field({
      ...open(
        'Items of a published agenda that not everybody reads who sees the meeting, in order, also those that you may read.',
      ),
      type: [WithheldItem],
      select: { withheld: true },
      resolve: ({ withheld }) => withheld as Withheld[],
    }),
    sequence: t.exposeInt('sequence', open('How often day, time, place or state were changed: SEQUENCE of iCalendar.')),
    revisedAt: t.string({
      ...open('When anything about the meeting itself was last changed: a time in ISO 8601, UTC.'),
      select: { revisedAt: true },
      resolve: ({ revisedAt }) => revisedAt.toISOString(),
    }),
    visibility: t.expose('visibility', { description: 'Who sees it.', type: Visibility }),
    version: t.int({
      description: 'Counts the acts on it. Who changes it says which version they saw.',
      select: { fact: { select: { version: true } } },
      resolve: ({ fact }) => fact.version,
    }),
    ...citedFields(t),
  }),
})

builder.prismaObjectField(Body, 'meetings', (t) =>
  t.field({
    ...open('Its meetings, the earliest first, whatever the date of the request.'),
    type: [Meeting],
    complexity: { multiplier: 12 },
    args: {
      from: t.arg({ ...open('Only on this day or later.'), type: 'Date' }),
      to: t.arg({ ...open('Only before this day.'), type: 'Date' }),
    },
    select: ({ from, to }, _context, nested) => ({
      meetings: nested({
        where: { heldOn: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } },
        orderBy: [{ heldOn: 'asc' }, { startsAt: 'asc' }, { id: 'asc' }],
      }),
    }),
    resolve: ({ meetings }) => meetings,
  }),
)
