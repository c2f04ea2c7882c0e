import { todayInOslo } from '../../as-of.ts'
import { builder, open } from '../../builder.ts'
import { citedFields } from '../../fact-fields.ts'
import { partiesField } from '../../parties-field.ts'
import { DateKnowledge } from '../../period.ts'
import { Visibility } from '../../visibility.ts'
import { Body } from '../body/body.ts'
import { AgendaItem } from '../meeting/agenda-item.ts'
import { daysOf, nextDay, stageOf } from './rules.ts'

export const IssueKind = builder.enumType('IssueKind', {
  ...open('What an issue is.'),
  values: {
    TREND: { value: 'trend', description: 'Something that develops.' },
    CHALLENGE: { value: 'challenge', description: 'Something that is hard.' },
    COOPERATION: { value: 'cooperation', description: 'The cooperation itself: a web page, a guide, who takes part.' },
  } as const,
})

export const IssueStage = builder.enumType('IssueStage', {
  ...open('How far an issue has come.'),
  values: {
    NEW: { value: 'new', description: 'Raised, and not on an agenda yet.' },
    TAKEN_UP: { value: 'taken_up', description: 'On the agenda of a meeting.' },
    WAITING: { value: 'waiting', description: 'Lifted, and waiting for an answer.' },
    CLOSED: { value: 'closed', description: 'Closed, with what came of it.' },
    MERGED: { value: 'merged', description: 'Part of another issue now.' },
    UNKNOWN: { value: 'unknown', description: 'The source does not say what became of it.' },
  } as const,
})

/** Lifts, the earliest first; of which it is not known when come before those. */
export const movesInOrder = [{ movedOn: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }] as const

/** What tells when an issue is up. */
export const whenUp = {
  schedules: { select: { bodyId: true, days: true }, orderBy: { id: 'asc' } },
  agendaItems: {
    select: { meeting: { select: { bodyId: true, heldOn: true, status: true } } },
    orderBy: { meeting: { heldOn: 'asc' } },
  },
} as const

/** The day of the next meeting of a body that has an issue on the agenda; null for none that the viewer is told of. */
export function nextMeeting(issue: Parameters<typeof daysOf>[0], bodyId: string, now: Date): Date | null {
  const day = nextDay(daysOf(issue, bodyId), todayInOslo(now))
  return day ? new Date(`${day}T00:00:00Z`) : null
}

const IssueForum = builder.prismaObject('IssueForum', {
  ...open('That an issue is up in a body: it was raised there or lifted there.'),
  select: { id: true },
  fields: (t) => ({
    body: t.relation('body', open('Which body.')),
    nextMeetingOn: t.field({
      ...open(
        'The day of the next meeting of the body that has it on the agenda, today included; who sees the issue from within is told also where they do not read that agenda. Null when there is none.',
      ),
      type: 'Date',
      nullable: true,
      select: { bodyId: true, issue: { select: whenUp } },
      resolve: ({ bodyId, issue }, _args, { now }) => nextMeeting(issue, bodyId, now),
    }),
  }),
})

export const Issue = builder.prismaNode('Issue', {
  ...open(
    'A trend, a challenge or a matter of the cooperation itself, that is talked over and lifted: a group, never a person.',
  ),
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    municipality: t.relation('homeMunicipality', open('Whose it is.')),
    slug: t.exposeString('slug', open('Its part of the address within the municipality. It never changes.')),
    kind: t.expose('kind', { ...open('What it is; null when not said.'), type: IssueKind, nullable: true }),
    title: t.exposeString('title', open('What it is about, in the municipality’s own words.')),
    text: t.exposeString('text', { ...open('What is seen and why it matters; null for nothing.'), nullable: true }),
    themes: t.exposeStringList('themes', open('What it has to do with, in the municipality’s own words.')),
    raisedOn: t.expose('raisedOn', {
      ...open('When it was raised; null when not known.'),
      type: 'Date',
      nullable: true,
    }),
    raisedIs: t.expose('raisedIs', {
      ...open('How well that day is known; null with it.'),
      type: DateKnowledge,
      nullable: true,
    }),
    raisedBy: partiesField(t, 'Who raised it; empty when not known.'),
    stage: t.field({
      ...open('How far it has come.'),
      type: IssueStage,
      // Asked for in the order in which the fields of that name are, so that both are one part of the same statement.
      select: {
        state: true,
        moves: { select: { state: true }, orderBy: [...movesInOrder] },
        ...whenUp,
      },
      resolve: (issue) => stageOf({ ...issue, days: daysOf(issue) }),
    }),
    closedOn: t.expose('closedOn', {
      ...open('The day it was closed; null while it is open, or when the day is not known.'),
      type: 'Date',
      nullable: true,
    }),
    outcome: t.exposeString('outcome', { ...open('What came of it; null when nothing was said.'), nullable: true }),
    mergedInto: t.relation('mergedInto', {
      ...open('The issue that it is part of now; null when it is not, or when you may not see that one.'),
      nullable: true,
    }),
    forums: t.field({
      ...open('The bodies where it is up, of those that you may see.'),
      type: [IssueForum],
      // Most are up in one or two.
      complexity: { multiplier: 2 },
      select: (_args, _context, nested) => ({ forums: nested({ orderBy: { id: 'asc' } }) }),
      resolve: ({ forums }) => forums,
    }),
    agendaItems: t.field({
      ...open('Where it was up at meetings, of the items that you may read.'),
      type: [AgendaItem],
      select: (_args, _context, nested) => ({ agendaItems: nested({ orderBy: { meeting: { heldOn: 'asc' } } }) }),
      resolve: ({ agendaItems }) => agendaItems,
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

builder.prismaObjectFields(Issue, (t) => ({
  mergedFrom: t.field({
    ...open('Issues that are part of it now.'),
    type: [Issue],
    select: (_args, _context, nested) => ({ mergedFrom: nested({ orderBy: { id: 'asc' } }) }),
    resolve: ({ mergedFrom }) => mergedFrom,
  }),
  related: t.field({
    ...open('Issues that are about the same thing seen from another place.'),
    type: [Issue],
    select: (_args, _context, nested) => ({
      relations: { select: { other: nested({}) }, orderBy: { otherId: 'asc' } },
      relationsBack: { select: { one: nested({}) }, orderBy: { oneId: 'asc' } },
    }),
    resolve: ({ relations, relationsBack }) => [
      ...relations.map(({ other }) => other),
      ...relationsBack.map(({ one }) => one),
    ],
  }),
}))

builder.prismaObjectField(AgendaItem, 'issue', (t) =>
  t.relation('issue', { ...open('The issue that is up; null for none that you may see.'), nullable: true }),
)

builder.prismaObjectField(Body, 'issues', (t) =>
  t.field({
    ...open('Issues that are or were up in it, those raised last first, whatever the date of the request.'),
    type: [Issue],
    complexity: { multiplier: 20 },
    select: (_args, _context, nested) => ({
      issueForums: { select: { issue: nested({}) }, orderBy: { issue: { raisedOn: { sort: 'desc', nulls: 'last' } } } },
    }),
    resolve: ({ issueForums }) => issueForums.map(({ issue }) => issue),
  }),
)
