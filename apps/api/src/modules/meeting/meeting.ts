import { builder, open } from '../../builder.ts'
import { citedFields } from '../../fact-fields.ts'
import { Visibility } from '../../visibility.ts'
import { Body } from '../body/body.ts'

export const MeetingStatus = builder.enumType('MeetingStatus', {
  ...open('What became of a meeting.'),
  values: {
    PLANNED: { value: 'planned', description: 'Planned; whether it was held is not recorded.' },
    HELD: { value: 'held', description: 'Held.' },
    MOVED: { value: 'moved', description: 'Moved to another day.' },
    CANCELLED: { value: 'cancelled', description: 'Cancelled.' },
  },
})

export const Meeting = builder.prismaNode('Meeting', {
  ...open('A meeting of a body.'),
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    body: t.relation('body', open('Which body.')),
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
