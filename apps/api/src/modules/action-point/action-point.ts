import { builder } from '../../builder.ts'
import { partiesField } from '../../parties-field.ts'
import { Body } from '../body/body.ts'
import { AgendaItem } from '../meeting/agenda-item.ts'

export const ActionPointState = builder.enumType('ActionPointState', {
  description: 'What became of an action point.',
  values: {
    OPEN: { value: 'open', description: 'It is to be done.' },
    DONE: { value: 'done', description: 'It was done.' },
    DROPPED: { value: 'dropped', description: 'It is not to be done after all.' },
  } as const,
})

export const ActionPointKind = builder.enumType('ActionPointKind', {
  description: 'What is asked for.',
  values: {
    TASK: { value: 'task', description: 'Something that is to be done.' },
    COMMISSION: {
      value: 'commission',
      description:
        'A commission: an analysis or knowledge that a body orders. It is done when what was found out is said.',
    },
  } as const,
})

export const ActionPoint = builder.prismaNode('ActionPoint', {
  description: 'What somebody is to do, as a body agreed. It is open until it is closed.',
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    body: t.relation('body', {
      description: 'Which body agreed on it; null when that is one that you may not see.',
      nullable: true,
    }),
    kind: t.expose('kind', { description: 'What is asked for.', type: ActionPointKind }),
    agendaItem: t.relation('agendaItem', {
      description: 'The item under which it was agreed; null when it is under none that you may read.',
      nullable: true,
    }),
    text: t.exposeString('text', { description: 'What is to be done.' }),
    owners: partiesField(t, 'Whose it is: a seat, an organisation, a post. Empty when nobody said.'),
    dueOn: t.expose('dueOn', {
      description: 'The day it is to be done by; null for none.',
      type: 'Date',
      nullable: true,
    }),
    agreedOwners: t.exposeString('agreedOwners', {
      description:
        'Whose it was when the minutes it stands in were approved, by name; empty when nobody was said, null before they are.',
      nullable: true,
    }),
    agreedDueOn: t.expose('agreedDueOn', {
      description: 'The day it was due when the minutes were approved; null for none, or before.',
      type: 'Date',
      nullable: true,
    }),
    state: t.expose('state', { description: 'What became of it.', type: ActionPointState }),
    closedOn: t.expose('closedOn', {
      description: 'The day it was closed; null while it is open.',
      type: 'Date',
      nullable: true,
    }),
    note: t.exposeString('note', {
      description: 'What came of it, of a commission what was found out; null when not said.',
      nullable: true,
    }),
    version: t.int({
      description: 'Counts the acts on it. Who changes it says which version they saw.',
      select: { fact: { select: { version: true } } },
      resolve: ({ fact }) => fact.version,
    }),
  }),
})

const inOrder = [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }] as const

builder.prismaObjectField(Body, 'actionPoints', (t) =>
  t.field({
    description: 'Its action points, those that are due first first. For those who see what is internal in the body.',
    type: [ActionPoint],
    complexity: { multiplier: 20 },
    args: { state: t.arg({ description: 'Only those of which this became.', type: ActionPointState }) },
    select: ({ state }, _context, nested) => ({
      actionPoints: nested({ where: state ? { state } : {}, orderBy: [...inOrder] }),
    }),
    resolve: ({ actionPoints }) => actionPoints,
  }),
)

builder.prismaObjectField(Body, 'askedOf', (t) =>
  t.field({
    description:
      'Action points that it is to answer for, whichever body agreed on them, those that are due first first. For those who see what is internal in either body.',
    type: [ActionPoint],
    complexity: { multiplier: 10 },
    args: { state: t.arg({ description: 'Only those of which this became.', type: ActionPointState }) },
    select: ({ state }, _context, nested) => ({
      parties: {
        // Not who only acts for somebody else.
        where: { actsFor: { none: {} }, fact: { asActionPoint: state ? { state } : { isNot: null } } },
        select: { fact: { select: { asActionPoint: nested() } } },
      },
    }),
    resolve: ({ parties }) => {
      const points = parties.flatMap(({ fact }) => fact.asActionPoint ?? [])
      const once = [...new Map(points.map((point) => [point.id, point])).values()]
      return once.toSorted(
        (a, b) => Number(a.dueOn ?? Infinity) - Number(b.dueOn ?? Infinity) || (a.id < b.id ? -1 : 1),
      )
    },
  }),
)

builder.prismaObjectField(AgendaItem, 'actionPoints', (t) =>
  t.field({
    description: 'The action points that were agreed under it.',
    type: [ActionPoint],
    select: (_args, _context, nested) => ({ actionPoints: nested({ orderBy: { id: 'asc' } }) }),
    resolve: ({ actionPoints }) => actionPoints,
  }),
)
