import { newId, slugOf, type Db } from '@samrad/db'
import { faultsOf, IssueRules, OutcomeRules } from '@samrad/schema'
import { todayInOslo } from '../../as-of.ts'
import { builder } from '../../builder.ts'
import { may, type Place } from '../../auth/rights.ts'
import { seatsOf } from '../../auth/viewer.ts'
import type { Context } from '../../context.ts'
import { badInput } from '../../errors.ts'
import { act, assertMay, notFound } from '../../register/acts.ts'
import { KnownDay, partiesOf, PartyInput } from '../../register/inputs.ts'
import { languageOf } from '../../register/keep.ts'
import type { PartyValue } from '../../register/parts.ts'
import { addParties, identitiesOf, identityOf, partiesAsWritten, rewriteParties } from '../../register/party-rows.ts'
import { References } from '../../register/references.ts'
import { Visibility } from '../../visibility.ts'
import { Body } from '../body/body.ts'
import { Issue, IssueKind } from './issue.ts'
import { keepIssue, known } from './keep.ts'

const IssueInput = builder.inputType('IssueInput', {
  description: 'What an issue is. All of it is given; what is left out is emptied.',
  fields: (t) => ({
    title: t.string({ description: 'What it is about.', required: true }),
    text: t.string({ description: 'What is seen and why it matters, in about three sentences.' }),
    kind: t.field({ description: 'What it is.', type: IssueKind }),
    themes: t.stringList({ description: 'What it has to do with, at most eight.' }),
    raisedOn: t.field({ description: 'When it was raised.', type: KnownDay }),
    raisedBy: t.field({
      description: 'Who raised it. Who only sits in the body raises it by their seat, whatever is said here.',
      type: [PartyInput],
    }),
  }),
})
type Given = typeof IssueInput.$inferInput

/** What is stored of an issue. */
async function columnsOf(given: Given, { now }: Context) {
  const faults = faultsOf(IssueRules, given)
  if (faults)
    throw badInput(Object.fromEntries(Object.entries(faults).map(([field, fault]) => [`state.${field}`, fault])))
  const { title, text, kind, themes, raisedOn } = given
  if (raisedOn && raisedOn.on > todayInOslo(now)) throw badInput({ 'state.raisedOn': 'in_future' })
  return {
    title: title.trim(),
    text: text?.trim() || null,
    kind: kind ?? null,
    themes: [...new Set((themes ?? []).map((theme) => theme.trim()))],
    raisedOn: raisedOn?.on ?? null,
    raisedIs: raisedOn ? (raisedOn.is ?? ('day' as const)) : null,
  }
}

/** What is stored of who raised an issue; those who stand there already (`present`) may be said again by who could not name them. */
async function partiesIn(given: Given['raisedBy'], db: Db, present: readonly string[] = []): Promise<PartyValue[]> {
  const references = new References()
  const parties = partiesOf(given, references, 'state.raisedBy') ?? []
  const isNew = parties.some((party) => !present.includes(identityOf(party)))
  if (isNew) await references.assertUsable(db)
  return parties
}

/** The seats that the viewer has in a body. */
const seatsIn = async (bodyId: string, { db, viewer }: Context): Promise<PartyValue[]> => {
  const seats = await db.seat.findMany({ where: { bodyId, id: { in: seatsOf(viewer) } }, select: { id: true } })
  return seats.map(({ id }) => ({ seatId: id }))
}

/** Who raises an issue: as who keeps the body says, else the seats that the viewer has there. */
async function raisersOf({ raisedBy }: Given, place: Place & { thing: string }, context: Context) {
  const { db, viewer } = context
  const isKept = may(viewer.standings, viewer.joint, 'register:mend', place)
  return isKept && raisedBy?.length ? partiesIn(raisedBy, db) : seatsIn(place.thing, context)
}

builder.mutationField('raiseIssue', (t) =>
  t.prismaField({
    description:
      'Raises an issue in a body: who sits there may, as well as who keeps it. A text that reads like the case of one child is refused, and nobody is asked whether it is.',
    authScopes: { can: 'issue:raise' },
    type: Issue,
    args: {
      body: t.arg.globalID({ description: 'In which body.', required: true, for: Body }),
      state: t.arg({ description: 'The issue.', type: IssueInput, required: true }),
    },
    resolve: async (query, _root, { body: { id: bodyId }, state }, context) => {
      const { db, now } = context
      const body = await db.body.findUnique({ where: { id: bodyId }, select: { homeMunicipalityId: true } })
      if (!body) throw notFound()
      const { homeMunicipalityId } = body
      assertMay(context, 'issue:raise', { home: homeMunicipalityId, thing: bodyId })
      const columns = await columnsOf(state, context)
      const said = await raisersOf(state, { home: homeMunicipalityId, thing: bodyId }, context)
      const language = await languageOf(context, homeMunicipalityId, null)
      const id = newId()
      const raised = { raisedOn: columns.raisedOn ?? todayInOslo(now), raisedIs: columns.raisedIs ?? 'day' } as const
      await act(
        context,
        { kind: 'create', noun: 'Issue', objectId: id, municipalityId: homeMunicipalityId },
        async () => {
          // Which addresses there are already would tell of issues that are not theirs to see.
          const slug = `${slugOf(columns.title).slice(0, 60).replace(/-+$/, '') || 'sak'}-${id.slice(-6)}`
          await db.issue.createMany({ data: [{ id, homeMunicipalityId, slug, ...columns, ...raised }] })
          await db.issueForum.createMany({ data: [{ id: newId(), issueId: id, bodyId }] })
          await db.fact.createMany({ data: [{ id, language, issueId: id }] })
          await addParties(id, said, db)
        },
      )
      return db.issue.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('correctIssue', (t) =>
  t.prismaField({
    description: 'Says what an issue is. One that is closed is opened first.',
    authScopes: { can: 'register:mend' },
    type: Issue,
    args: {
      id: t.arg.globalID(known.id),
      version: t.arg.int(known.version),
      state: t.arg({ description: 'The issue.', type: IssueInput, required: true }),
    },
    resolve: async (query, _root, { id: { id }, version, state }, context) => {
      const { db } = context
      const corrected = { id, version, kind: 'correct', right: 'register:mend', step: 'correct' } as const
      await keepIssue(corrected, context, async () => {
        const columns = await columnsOf(state, context)
        const before = await db.fact.findUnique({ where: { id }, select: { parties: partiesAsWritten } })
        const parties = await partiesIn(state.raisedBy, db, identitiesOf(before?.parties ?? []))
        await db.issue.updateMany({ where: { id }, data: columns })
        await rewriteParties(id, parties, db)
      })
      return db.issue.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('setIssueVisibility', (t) =>
  t.prismaField({
    description:
      'Says who sees an issue, with how it was lifted and what was answered. What is internal is seen in the bodies where it is up.',
    authScopes: { can: 'register:keep' },
    type: Issue,
    args: {
      id: t.arg.globalID(known.id),
      version: t.arg.int(known.version),
      visibility: t.arg({ description: 'Who.', type: Visibility, required: true }),
    },
    resolve: async (query, _root, { id: { id }, version, visibility }, context) => {
      const { db } = context
      await keepIssue({ id, version, kind: 'set_visibility', right: 'register:keep' }, context, () =>
        db.issue.updateMany({ where: { id }, data: { visibility } }),
      )
      return db.issue.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('closeIssue', (t) =>
  t.prismaField({
    description: 'Closes an issue today with what came of it. Refused while it is lifted and not answered.',
    authScopes: { can: 'register:mend' },
    type: Issue,
    args: {
      id: t.arg.globalID(known.id),
      version: t.arg.int(known.version),
      outcome: t.arg.string({ description: 'What came of it.', required: true }),
    },
    resolve: async (query, _root, { id: { id }, version, outcome }, context) => {
      const { db, now } = context
      const faults = faultsOf(OutcomeRules, { outcome })
      if (faults) throw badInput(faults)
      await keepIssue({ id, version, kind: 'close_issue', right: 'register:mend', step: 'close' }, context, () =>
        db.issue.updateMany({
          where: { id },
          data: { state: 'closed', closedOn: todayInOslo(now), outcome: outcome.trim() },
        }),
      )
      return db.issue.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('reopenIssue', (t) =>
  t.prismaField({
    description: 'Opens an issue again that was closed, or takes one out of another that it was made part of.',
    authScopes: { can: 'register:mend' },
    type: Issue,
    args: { id: t.arg.globalID(known.id), version: t.arg.int(known.version) },
    resolve: async (query, _root, { id: { id }, version }, context) => {
      const { db } = context
      await keepIssue({ id, version, kind: 'reopen_issue', right: 'register:mend', step: 'reopen' }, context, () =>
        db.issue.updateMany({
          where: { id },
          data: { state: 'open', closedOn: null, outcome: null, mergedIntoId: null },
        }),
      )
      return db.issue.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)
