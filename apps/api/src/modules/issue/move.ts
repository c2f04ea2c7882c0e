import { todayInOslo } from '../../as-of.ts'
import { builder, open } from '../../builder.ts'
import { citedFields } from '../../fact-fields.ts'
import { DateKnowledge } from '../../period.ts'
import { MoveDirection } from '../body/relations.ts'
import { Party } from '../party/party.ts'
import { Issue, movesInOrder, nextMeeting, whenUp } from './issue.ts'
import { isOverdue } from './rules.ts'

const MoveState = builder.enumType('MoveState', {
  ...open('Whether who lifted an issue has an answer.'),
  values: {
    WAITING: { value: 'waiting', description: 'Not yet.' },
    ANSWERED: { value: 'answered', description: 'It was answered.' },
    WITHDRAWN: { value: 'withdrawn', description: 'Who lifted it took it back.' },
  } as const,
})

export const IssueMove = builder.prismaNode('IssueMove', {
  ...open('That an issue was lifted from a body to somebody who can do something about it, and what they answered.'),
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    issue: t.relation('issue', open('Which issue.')),
    direction: t.expose('direction', { ...open('Which way.'), type: MoveDirection }),
    fromBody: t.relation('fromBody', {
      ...open('The body that lifted it; null when not known, or when you may not see it.'),
      nullable: true,
    }),
    toBody: t.relation('toBody', {
      ...open('The body it was lifted to; null when it is no body of the structure, or one that you may not see.'),
      nullable: true,
    }),
    to: t.field({
      ...open('Who else it was lifted to: a post, an organisation, a line meeting. Null when it was to a body.'),
      type: Party,
      nullable: true,
      select: (_args, _context, nested) => ({
        fact: { select: { parties: nested({ where: { actsFor: { none: {} } } }) } },
      }),
      resolve: ({ fact }) => fact.parties[0] ?? null,
    }),
    movedOn: t.expose('movedOn', { ...open('When; null when not known.'), type: 'Date', nullable: true }),
    movedIs: t.expose('movedIs', {
      ...open('How well that day is known; null with it.'),
      type: DateKnowledge,
      nullable: true,
    }),
    question: t.exposeString('question', open('What is asked.')),
    wantedDecision: t.exposeString('wantedDecision', {
      ...open('Which decision is wanted; null when not said.'),
      nullable: true,
    }),
    answerBy: t.expose('answerBy', {
      ...open('The day an answer is wanted by; null for none.'),
      type: 'Date',
      nullable: true,
    }),
    state: t.expose('state', { ...open('Whether there is an answer.'), type: MoveState }),
    answer: t.exposeString('answer', { ...open('What was answered; null while it is not.'), nullable: true }),
    answeredOn: t.expose('answeredOn', {
      ...open('The day it was answered, or taken back; null while it waits.'),
      type: 'Date',
      nullable: true,
    }),
    isOverdue: t.boolean({
      ...open('Whether the day it was to be answered by is over, and it is not.'),
      select: { state: true, answerBy: true },
      resolve: (move, _args, { now }) => isOverdue(move, todayInOslo(now)),
    }),
    nextMeetingOn: t.field({
      ...open(
        'While it waits: the day of the next meeting of the body it was lifted to that has it on the agenda, also to who lifted it and does not see that body. Null when there is none, or when it was lifted to somebody else.',
      ),
      type: 'Date',
      nullable: true,
      select: { state: true, toBodyId: true, issue: { select: whenUp } },
      resolve: ({ state, toBodyId, issue }, _args, { now }) =>
        state === 'waiting' && toBodyId ? nextMeeting(issue, toBodyId, now) : null,
    }),
    version: t.int({
      description: 'Counts the acts on it. Who answers it says which version they saw.',
      select: { fact: { select: { version: true } } },
      resolve: ({ fact }) => fact.version,
    }),
    ...citedFields(t),
  }),
})

builder.prismaObjectField(Issue, 'moves', (t) =>
  t.field({
    ...open('How it was lifted, the earliest first.'),
    type: [IssueMove],
    complexity: { multiplier: 2 },
    select: (_args, _context, nested) => ({
      moves: nested({ orderBy: [...movesInOrder] }),
    }),
    resolve: ({ moves }) => moves,
  }),
)
