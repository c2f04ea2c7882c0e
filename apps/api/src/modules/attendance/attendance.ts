import { builder, open } from '../../builder.ts'
import { AgendaItem } from '../meeting/agenda-item.ts'
import { Minutes } from '../minutes/minutes.ts'
import { Party } from '../party/party.ts'

export const Presence = builder.enumType('Presence', {
  ...open('Whether somebody came to a meeting.'),
  values: {
    PRESENT: { value: 'present', description: 'They came.' },
    SUBSTITUTE: { value: 'substitute', description: 'Somebody came in their place.' },
    EXCUSED: { value: 'excused', description: 'They had said that they would not come.' },
    ABSENT: { value: 'absent', description: 'They did not come, and had not said so.' },
  } as const,
})

export const Attendance = builder.prismaNode('Attendance', {
  ...open('Somebody who was called to a meeting, and whether they came.'),
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    who: t.field({
      ...open('Who it is: a seat, or another function. Null when it is one that you may not see.'),
      type: Party,
      nullable: true,
      select: (_args, _context, nested) => ({
        fact: { select: { parties: nested({ where: { actsFor: { none: {} } } }) } },
      }),
      resolve: ({ fact }) => fact.parties[0] ?? null,
    }),
    presence: t.expose('presence', { ...open('Whether they came.'), type: Presence }),
    missed: t.field({
      ...open('Items that they were not there for, of those that you may read: they came later, left, or went out.'),
      type: [AgendaItem],
      select: (_args, _context, nested) => ({
        missed: { select: { agendaItem: nested({}) }, orderBy: { agendaItem: { number: 'asc' } } },
      }),
      resolve: ({ missed }) => missed.map(({ agendaItem }) => agendaItem),
    }),
    version: t.int({
      description: 'Counts the acts on it. Who changes it says which version they saw.',
      select: { fact: { select: { version: true } } },
      resolve: ({ fact }) => fact.version,
    }),
  }),
})

builder.prismaObjectField(Minutes, 'attendance', (t) =>
  t.field({
    ...open('Who was called to the meeting and whether they came, in the order it was said.'),
    type: [Attendance],
    complexity: { multiplier: 15 },
    select: (_args, _context, nested) => ({ attendance: nested({ orderBy: { id: 'asc' } }) }),
    resolve: ({ attendance }) => attendance,
  }),
)
