import { builder, open } from '../../builder.ts'
import { citedFields } from '../../fact-fields.ts'
import { partiesField } from '../../parties-field.ts'
import { Visibility } from '../../visibility.ts'
import { Meeting } from './meeting.ts'

export const AgendaItemKind = builder.enumType('AgendaItemKind', {
  ...open('What a meeting is to do with an item.'),
  values: {
    INFORMATION: { value: 'information', description: 'Til orientering: it is told.' },
    DISCUSSION: { value: 'discussion', description: 'Til drøfting: it is talked over.' },
    DECISION: { value: 'decision', description: 'Til beslutning: it is decided.' },
  } as const,
})

export const AgendaItem = builder.prismaNode('AgendaItem', {
  ...open(
    'What is up at a meeting. One that you may not read is left out; `Meeting.withheld` tells its number and the law.',
  ),
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    meeting: t.relation('meeting', open('At which meeting.')),
    number: t.exposeInt('number', open('Its number on the agenda, from 1, the same to every reader.')),
    kind: t.expose('kind', {
      ...open('What the meeting is to do with it; null when not said.'),
      type: AgendaItemKind,
      nullable: true,
    }),
    title: t.exposeString('title', open('What it is about, in the municipality’s own words.')),
    text: t.exposeString('text', { ...open('More about it; null for nothing.'), nullable: true }),
    minutes: t.exposeInt('minutes', {
      ...open('How many minutes are set off for it; null when not said.'),
      nullable: true,
    }),
    presenters: partiesField(t, 'Who presents it; empty when not said.'),
    isStanding: t.boolean({
      ...open('Whether it is one of the standing items of the body.'),
      select: { standingItemId: true },
      resolve: ({ standingItemId }) => standingItemId !== null,
    }),
    visibility: t.expose('visibility', { ...open('Who reads it once the agenda is published.'), type: Visibility }),
    legalGround: t.exposeString('legalGround', {
      ...open('The law by which it is not public; null when it is, or when the law was not said.'),
      nullable: true,
    }),
    version: t.int({
      description: 'Counts the acts on it. Who changes it says which version they saw.',
      select: { fact: { select: { version: true } } },
      resolve: ({ fact }) => fact.version,
    }),
    ...citedFields(t),
  }),
})

builder.prismaObjectField(Meeting, 'agenda', (t) =>
  t.field({
    ...open('The items of its agenda that you may read, in order.'),
    type: [AgendaItem],
    complexity: { multiplier: 8 },
    select: (_args, _context, nested) => ({ agenda: nested({ orderBy: { number: 'asc' } }) }),
    resolve: ({ agenda }) => agenda,
  }),
)
