import { builder, open } from '../../builder.ts'
import { AgendaItem } from '../meeting/agenda-item.ts'
import { Meeting } from '../meeting/meeting.ts'

const MinutesState = builder.enumType('MinutesState', {
  ...open('How far minutes have come.'),
  values: {
    DRAFT: { value: 'draft', description: 'They are being written; who sits in the body does not read them yet.' },
    SENT: { value: 'sent', description: 'Sent for approval to those who see what is internal.' },
    APPROVED: { value: 'approved', description: 'Approved: they never change.' },
    PUBLISHED: { value: 'published', description: 'Read by everybody who sees the meeting, item by item.' },
  } as const,
})

const MinutesAddendum = builder.prismaObject('MinutesAddendum', {
  ...open('What was added to minutes after they were approved.'),
  select: { id: true },
  fields: (t) => ({
    text: t.exposeString('text', open('What is to be read with them.')),
    madeAt: t.string({
      ...open('When it was added: a time in ISO 8601, UTC.'),
      select: { madeAt: true },
      resolve: ({ madeAt }) => madeAt.toISOString(),
    }),
  }),
})

export const Minutes = builder.prismaObject('Minutes', {
  ...open('The minutes of a meeting. What they say stands with each item of the agenda.'),
  select: { id: true },
  fields: (t) => ({
    state: t.expose('state', { ...open('How far they have come.'), type: MinutesState }),
    approvedOn: t.expose('approvedOn', {
      ...open('The day they were approved; null when they are not.'),
      type: 'Date',
      nullable: true,
    }),
    approvedHash: t.exposeString('approvedHash', {
      description:
        'SHA-256 of what was approved, in hexadecimals: the same words have the same. Null when they are not approved.',
      nullable: true,
    }),
    publishedAt: t.string({
      ...open('When they were published: a time in ISO 8601, UTC. Null when they are not.'),
      nullable: true,
      select: { publishedAt: true },
      resolve: ({ publishedAt }) => publishedAt?.toISOString() ?? null,
    }),
    version: t.exposeInt('version', {
      description:
        'Counts what was done with them, every write included. Who sends, approves or publishes them says which version they saw.',
    }),
    addenda: t.field({
      ...open('What was added after they were approved, the earliest first.'),
      type: [MinutesAddendum],
      select: (_args, _context, nested) => ({ addenda: nested({ orderBy: [{ madeAt: 'asc' }, { id: 'asc' }] }) }),
      resolve: ({ addenda }) => addenda,
    }),
  }),
})

export const MinutesEntry = builder.prismaObject('MinutesEntry', {
  ...open('What the minutes say of one item.'),
  select: { id: true },
  fields: (t) => ({
    text: t.exposeString('text', { ...open('What was said; null for nothing.'), nullable: true }),
    decision: t.exposeString('decision', { ...open('What was decided; null for nothing.'), nullable: true }),
    version: t.exposeInt('version', {
      description: 'Counts the writes to it. Who writes says which version they saw.',
    }),
  }),
})

builder.prismaObjectField(Meeting, 'minutes', (t) =>
  t.relation('minutes', { ...open('Its minutes; null when there are none that you may read.'), nullable: true }),
)

builder.prismaObjectField(AgendaItem, 'entry', (t) =>
  t.relation('entry', {
    ...open('What the minutes say of it; null when they say nothing that you may read.'),
    nullable: true,
  }),
)
