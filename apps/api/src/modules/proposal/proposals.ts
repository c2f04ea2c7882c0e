import type { Prisma } from '@samrad/db'
import { AgendaItemRules, faultsOf } from '@samrad/schema'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { badInput } from '../../errors.ts'
import { dated, versionAt } from '../../in-force.ts'
import { notFound } from '../../register/acts.ts'
import { append } from '../meeting/agenda.ts'
import { assertMayMeet, keepMeeting } from '../meeting/keep.ts'
import { Meeting } from '../meeting/meeting.ts'
import { proposalsFor, usualGap, type Proposal } from './rules.ts'

const ProposalReason = builder.enumType('ProposalReason', {
  description: 'Why something is proposed for an agenda.',
  values: {
    MINUTES: { value: 'minutes', description: 'Minutes of an earlier meeting are not approved.' },
    FOLLOW_UP: { value: 'follow_up', description: 'Action points are open.' },
    LIFT: { value: 'lift', description: 'An issue was lifted to the body and waits for its answer.' },
    ANSWER: { value: 'answer', description: 'An issue that the body lifted was answered since its last meeting.' },
    NEW_ISSUE: { value: 'new_issue', description: 'An issue was raised in the body and has not been up yet.' },
    ANNUAL_TASK: { value: 'annual_task', description: 'A task of the year that the body takes up is to be done.' },
  } as const,
})

/** Names a proposal for as long as it is one. */
const keyOf = ({ reason, about }: Proposal): string => (about ? `${reason}:${about}` : reason)

const AgendaProposal = builder.objectRef<Proposal>('AgendaProposal').implement({
  description: 'Something that could be up at a meeting, and why.',
  fields: (t) => ({
    key: t.string({ description: 'Names it in addProposedItems, for as long as it is proposed.', resolve: keyOf }),
    reason: t.expose('reason', { description: 'Why.', type: ProposalReason }),
    title: t.exposeString('title', {
      description: 'The issue or the task, in the municipality’s own words; null for minutes and follow-up.',
      nullable: true,
    }),
    count: t.exposeInt('count', { description: 'How many action points are open; null for others.', nullable: true }),
    on: t.expose('on', {
      description:
        'Of minutes the day of the meeting, of action points the first day any is due, if one is, of a lift when an answer is wanted by, of an answer when it came, of a task when it is to be done by; null for none.',
      type: 'Date',
      nullable: true,
    }),
    body: t.exposeString('body', {
      description: 'The body that lifted an issue, or answered; null for others, or for one that you may not see.',
      nullable: true,
    }),
  }),
})

const open = { in: ['planned', 'held'] as ('planned' | 'held')[] }

/** What is proposed for a meeting, from all that is open. */
async function proposalsOf(id: string, { db, asOf }: Context): Promise<Proposal[]> {
  const meeting = await db.meeting.findUnique({
    where: { id },
    select: {
      bodyId: true,
      heldOn: true,
      agenda: { select: { issueId: true, minutesOfId: true, annualTaskId: true, followsUp: true } },
    },
  })
  if (!meeting) throw notFound()
  const { bodyId, heldOn, agenda } = meeting
  const day = { select: { heldOn: true } } as const
  const previous = await db.meeting.findFirst({
    where: { bodyId, heldOn: { lt: heldOn }, status: open },
    orderBy: { heldOn: 'desc' },
    ...day,
  })
  const next = await db.meeting.findFirst({
    where: { bodyId, heldOn: { gt: heldOn }, status: open },
    orderBy: { heldOn: 'asc' },
    ...day,
  })
  const minutes = await db.meeting.findMany({
    where: { bodyId, heldOn: { lt: heldOn }, minutes: { state: { in: ['draft', 'sent'] } } },
    select: { id: true, heldOn: true },
    orderBy: { heldOn: 'desc' },
    take: 5,
  })
  // By the body first: asked as «or», every point of every body would be looked at, and whether it may be seen.
  const [points] = await db.$queryRaw<{ count: number; first: Date | null }[]>`
    SELECT count(*)::int AS count, min(due_on) AS first FROM action_point
     WHERE state = 'open'
       AND id IN (SELECT id FROM action_point WHERE body_id = ${bodyId}::uuid UNION SELECT fact_id FROM party WHERE body_id = ${bodyId}::uuid)`
  const name = { select: { versions: { select: { ...dated, name: true } } } } as const
  const asked = {
    id: true,
    title: true,
    moves: {
      select: {
        state: true,
        fromBodyId: true,
        toBodyId: true,
        answerBy: true,
        answeredOn: true,
        fromBody: name,
        toBody: name,
      },
      orderBy: { id: 'asc' },
    },
    agendaItems: { where: { meeting: { bodyId, status: open } }, select: { meeting: day } },
  } as const
  const here = { state: 'open', forums: { some: { bodyId } } } as const
  const orderBy: Prisma.IssueOrderByWithRelationInput[] = [
    { raisedOn: { sort: 'desc', nulls: 'last' } },
    { id: 'desc' },
  ]
  const since = previous?.heldOn ?? new Date(heldOn.getTime() - usualGap)
  const waiting: Prisma.IssueMoveListRelationFilter = { some: { toBodyId: bodyId, state: 'waiting' } }
  const answered: Prisma.IssueMoveListRelationFilter = {
    some: { fromBodyId: bodyId, state: 'answered', answeredOn: { gte: since } },
  }
  // However many are new: none that somebody waits for is left out for them.
  const lifted = await db.issue.findMany({
    where: { ...here, OR: [{ moves: waiting }, { moves: answered }] },
    select: asked,
    orderBy,
  })
  const fresh = await db.issue.findMany({
    where: {
      ...here,
      NOT: { OR: [{ moves: waiting }, { moves: answered }] },
      agendaItems: { none: { meeting: { bodyId, status: open } } },
    },
    select: asked,
    orderBy,
    take: 50,
  })
  const tasks = await db.annualTask.findMany({
    where: { bodyId, removedAt: null },
    include: {
      done: { select: { year: true } },
      agendaItems: { where: { meetingId: { not: id }, meeting: { status: open } }, select: { meeting: day } },
    },
    orderBy: [{ fromMonth: 'asc' }, { id: 'asc' }],
  })
  const daysOf = (items: { meeting: { heldOn: Date } }[]) => items.map((item) => item.meeting.heldOn)
  const nameOf = (body: { versions: (Parameters<typeof versionAt>[0][number] & { name: string })[] } | null) =>
    body && versionAt(body.versions, asOf).name
  return proposalsFor({
    bodyId,
    heldOn,
    previousOn: previous?.heldOn ?? null,
    nextOn: next?.heldOn ?? null,
    agenda,
    minutes,
    points: points ?? { count: 0, first: null },
    issues: [...lifted, ...fresh].map(({ agendaItems, moves, ...issue }) => ({
      ...issue,
      days: daysOf(agendaItems),
      moves: moves.map(({ fromBody, toBody, ...move }) => ({
        ...move,
        fromBody: nameOf(fromBody),
        toBody: nameOf(toBody),
      })),
    })),
    tasks: tasks.map(({ done, agendaItems, ...task }) => ({
      ...task,
      done: done.map(({ year }) => year),
      days: daysOf(agendaItems),
    })),
  })
}

builder.queryField('agendaProposals', (t) =>
  t.field({
    description:
      'What could be up at a meeting, and why: minutes to approve, action points that are due, issues that wait for an answer or were answered or are new (the latest 50), tasks of the year. What is on its agenda is left out.',
    authScopes: { can: 'register:mend' },
    complexity: { multiplier: 20 },
    type: [AgendaProposal],
    args: { meeting: t.arg.globalID({ description: 'Which meeting.', required: true, for: Meeting }) },
    resolve: async (_root, { meeting: { id } }, context) => {
      const meeting = await context.db.meeting.findUnique({
        where: { id },
        select: { bodyId: true, body: { select: { homeMunicipalityId: true, validFrom: true, validTo: true } } },
      })
      if (!meeting) throw notFound()
      assertMayMeet(context, 'register:mend', meeting)
      return proposalsOf(id, context)
    },
  }),
)

const most = 200

const ProposedItem = builder.inputType('ProposedItem', {
  description: 'A proposal that is taken onto an agenda.',
  fields: (t) => ({
    key: t.string({ description: 'Key of the proposal.', required: true }),
    title: t.string({ description: 'What the item is called.', required: true }),
  }),
})

const columnsOf = ({ reason, about }: Proposal) => ({
  ...(reason === 'minutes' ? { minutesOfId: about, kind: 'decision' as const } : {}),
  ...(reason === 'follow_up' ? { followsUp: true } : {}),
  ...(reason === 'annual_task' ? { annualTaskId: about } : {}),
  ...(reason === 'lift' ? { issueId: about, kind: 'decision' as const } : {}),
  ...(reason === 'answer' ? { issueId: about, kind: 'information' as const } : {}),
  ...(reason === 'new_issue' ? { issueId: about, kind: 'discussion' as const } : {}),
})

builder.mutationField('addProposedItems', (t) =>
  t.prismaField({
    description:
      'Puts what is proposed for a meeting at the end of its agenda, in the order given. As internal until it is said otherwise.',
    authScopes: { can: 'register:mend' },
    type: Meeting,
    args: {
      meeting: t.arg.globalID({ description: 'Id of the meeting.', required: true, for: Meeting }),
      items: t.arg({ description: 'Which proposals, 1 to 200.', type: [ProposedItem], required: true }),
    },
    resolve: async (query, _root, { meeting: { id }, items }, context) => {
      const { db } = context
      await keepMeeting({ id, kind: 'add_item', right: 'register:mend' }, context, async (meeting) => {
        if (meeting.agendaState === 'published') throw badInput({ meeting: 'agenda_published' })
        if (!items.length || items.length > most) throw badInput({ items: items.length ? 'too_many' : 'required' })
        const proposed = new Map((await proposalsOf(id, context)).map((one) => [keyOf(one), one]))
        const taken = [...new Map(items.map((item) => [item.key, item])).values()].map(({ key, title }, nth) => {
          const proposal = proposed.get(key)
          if (!proposal) throw badInput({ [`items.${nth}.key`]: 'not_proposed' })
          const fault = faultsOf(AgendaItemRules, { title })?.['title']
          if (fault) throw badInput({ [`items.${nth}.title`]: fault })
          return { title: title.trim(), ...columnsOf(proposal) }
        })
        await append(db, id, taken)
      })
      return db.meeting.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)
