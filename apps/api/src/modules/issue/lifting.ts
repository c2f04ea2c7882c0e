import { newId, type Prisma } from '@samrad/db'
import { AnswerRules, faultsOf, LiftRules } from '@samrad/schema'
import { todayInOslo } from '../../as-of.ts'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { badInput } from '../../errors.ts'
import { assertMay, notFound, takeVersion } from '../../register/acts.ts'
import { partyValue, PartyInput, versionDescription } from '../../register/inputs.ts'
import { addParties } from '../../register/party-rows.ts'
import { References } from '../../register/references.ts'
import { Body } from '../body/body.ts'
import { MoveDirection } from '../body/relations.ts'
import { Issue } from './issue.ts'
import { bringUp, keepIssue, known } from './keep.ts'
import { IssueMove } from './move.ts'

const LiftInput = builder.inputType('LiftInput', {
  description: 'To whom an issue is lifted, and what is wanted of them: exactly one of toBody and to.',
  fields: (t) => ({
    from: t.globalID({ description: 'The body that lifts it; it is up there.', required: true, for: Body }),
    direction: t.field({ description: 'Which way.', type: MoveDirection, required: true }),
    toBody: t.globalID({ description: 'A body of the structure: the issue is up there too from now on.', for: Body }),
    to: t.field({ description: 'Somebody else: a post, an organisation, a line meeting in words.', type: PartyInput }),
    question: t.string({ description: 'What is asked.', required: true }),
    wantedDecision: t.string({ description: 'Which decision is wanted.' }),
    answerBy: t.field({ description: 'The day an answer is wanted by.', type: 'Date' }),
  }),
})
type Given = typeof LiftInput.$inferInput

const bodyOf = async (id: string, { db }: Context) => {
  const body = await db.body.findUnique({ where: { id }, select: { id: true, homeMunicipalityId: true } })
  if (!body) throw badInput({ 'lift.toBody': 'not_found' })
  return body
}

async function readInput(given: Given, { db, now }: Context) {
  const faults: Record<string, string> = { ...faultsOf(LiftRules, given) }
  if (!given.toBody === !given.to) faults['to'] = 'exactly_one'
  if (given.toBody?.id === given.from.id) faults['toBody'] = 'same_body'
  if (given.answerBy && given.answerBy < todayInOslo(now)) faults['answerBy'] = 'in_past'
  if (Object.keys(faults).length)
    throw badInput(Object.fromEntries(Object.entries(faults).map(([field, fault]) => [`lift.${field}`, fault])))
  const references = new References()
  const party = given.to ? partyValue(given.to, references, 'lift.to') : undefined
  await references.assertUsable(db)
  return party
}

builder.mutationField('liftIssue', (t) =>
  t.prismaField({
    description:
      'Lifts an issue from a body where it is up to somebody who can do something about it. It waits until they answer.',
    authScopes: { can: 'register:mend' },
    type: Issue,
    args: {
      id: t.arg.globalID(known.id),
      version: t.arg.int(known.version),
      lift: t.arg({ description: 'To whom, and what is wanted.', type: LiftInput, required: true }),
    },
    resolve: async (query, _root, { id: { id: issueId }, version, lift }, context) => {
      const { db, now } = context
      const lifted = { id: issueId, version, kind: 'lift_issue', right: 'register:mend', step: 'lift' } as const
      await keepIssue(lifted, context, async ({ forums }) => {
        const party = await readInput(lift, context)
        const isUp = (bodyId: string) => forums.some((forum) => forum.bodyId === bodyId)
        if (!isUp(lift.from.id)) throw badInput({ 'lift.from': 'not_up_there' })
        const from = await bodyOf(lift.from.id, context)
        assertMay(context, 'register:mend', { home: from.homeMunicipalityId, thing: from.id })
        const toBodyId = lift.toBody ? (await bodyOf(lift.toBody.id, context)).id : null
        const id = newId()
        await db.issueMove.createMany({
          data: [
            {
              id,
              issueId,
              direction: lift.direction,
              fromBodyId: lift.from.id,
              toBodyId,
              movedOn: todayInOslo(now),
              movedIs: 'day',
              question: lift.question.trim(),
              wantedDecision: lift.wantedDecision?.trim() || null,
              answerBy: lift.answerBy ?? null,
            },
          ],
        })
        await db.fact.createMany({ data: [{ id, issueId }] })
        // What somebody is to answer is open, also where no source says what became of it.
        await db.issue.updateMany({ where: { id: issueId, state: null }, data: { state: 'open' } })
        if (party) await addParties(id, [party], db)
        if (toBodyId) await bringUp(issueId, toBodyId, context)
      })
      return db.issue.findUniqueOrThrow({ ...query, where: { id: issueId } })
    },
  }),
)

const body = { select: { id: true, homeMunicipalityId: true } } as const
const kept = {
  id: true,
  issueId: true,
  state: true,
  fromBodyId: true,
  fromBody: body,
  toBodyId: true,
  toBody: body,
} as const satisfies Prisma.IssueMoveSelect
type Move = Prisma.IssueMoveGetPayload<{ select: typeof kept }>

type End = { id: string | null; body: Move['toBody'] }
const fromEnd = ({ fromBodyId: id, fromBody: body }: Move): End => ({ id, body })
const toEnd = ({ toBodyId: id, toBody: body }: Move): End => ({ id, body })

/** Ends a lift that waits, as an act on its issue. `whose` is the body that may; where none is known, who keeps the issue may. */
async function end(
  { id: { id }, version }: { id: { id: string }; version: number },
  kind: string,
  whose: (move: Move) => End,
  context: Context,
  data: Prisma.IssueMoveUncheckedUpdateManyInput,
): Promise<string> {
  const { db } = context
  const move = await db.issueMove.findUnique({ where: { id }, select: kept })
  if (!move) throw notFound()
  await keepIssue({ id: move.issueId, kind, right: 'register:mend' }, context, async () => {
    const theirs = whose(move)
    // What they do not see is not theirs.
    const home = theirs.body?.homeMunicipalityId ?? null
    if (theirs.id) assertMay(context, 'register:mend', { home, thing: theirs.id })
    await takeVersion(db, id, version)
    const { count } = await db.issueMove.updateMany({ where: { id, state: 'waiting' }, data })
    if (!count) throw badInput({ id: 'answered_already' })
  })
  return move.issueId
}

const moveArgs = {
  id: { description: 'Id of the lift.', required: true, for: IssueMove },
  version: { description: versionDescription, required: true },
} as const

builder.mutationField('answerLift', (t) =>
  t.prismaField({
    description:
      'Answers who lifted an issue: the body it was lifted to does, or, when that is no body of the structure, the one that lifted it writes down what was answered.',
    authScopes: { can: 'register:mend' },
    type: Issue,
    args: {
      id: t.arg.globalID(moveArgs.id),
      version: t.arg.int(moveArgs.version),
      answer: t.arg.string({ description: 'What was decided or answered.', required: true }),
      on: t.arg({ description: 'The day of the answer, in Norway; today when left out.', type: 'Date' }),
    },
    resolve: async (query, _root, { answer, on, ...seen }, context) => {
      const { db, now } = context
      const faults: Record<string, string> = { ...faultsOf(AnswerRules, { answer }) }
      const today = todayInOslo(now)
      if (on && on > today) faults['on'] = 'in_future'
      if (Object.keys(faults).length) throw badInput(faults)
      const data = { state: 'answered', answer: answer.trim(), answeredOn: on ?? today } as const
      const id = await end(seen, 'answer_lift', (move) => (move.toBodyId ? toEnd(move) : fromEnd(move)), context, data)
      return db.issue.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('withdrawLift', (t) =>
  t.prismaField({
    description: 'Takes a lift back that is not answered; whoever got it still sees the issue.',
    authScopes: { can: 'register:mend' },
    type: Issue,
    args: { id: t.arg.globalID(moveArgs.id), version: t.arg.int(moveArgs.version) },
    resolve: async (query, _root, seen, context) => {
      const { db, now } = context
      const data = { state: 'withdrawn', answeredOn: todayInOslo(now) } as const
      const id = await end(seen, 'withdraw_lift', fromEnd, context, data)
      return db.issue.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)
