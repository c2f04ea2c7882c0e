import { newId } from '@samrad/db'
import { todayInOslo } from '../../as-of.ts'
import { builder } from '../../builder.ts'
import { badInput } from '../../errors.ts'
import { Issue } from './issue.ts'
import { assertMayKeep, issueOf, keepIssue, known } from './keep.ts'

const other = (description: string) => ({ description, required: true, for: Issue }) as const

builder.mutationField('mergeIssues', (t) =>
  t.prismaField({
    description:
      'Makes an issue part of another that is about the same thing. Its bodies, lifts and agendas stay its own; it is closed. Refused while it is lifted and not answered.',
    authScopes: { can: 'register:mend' },
    type: Issue,
    args: {
      id: t.arg.globalID(known.id),
      version: t.arg.int(known.version),
      into: t.arg.globalID(other('Id of the issue that it becomes part of.')),
    },
    resolve: async (query, _root, { id: { id }, version, into: { id: intoId } }, context) => {
      const { db, now } = context
      const merged = { id, version, kind: 'merge_issues', right: 'register:mend', step: 'merge' } as const
      await keepIssue(merged, context, async () => {
        await db.$queryRaw`SELECT id FROM issue WHERE id = ${intoId}::uuid FOR UPDATE`
        const into = await issueOf(intoId, context)
        assertMayKeep(context, 'register:mend', into)
        // Neither into itself nor into what is itself part of another.
        if (intoId === id || into.state === 'merged') throw badInput({ into: 'issue_merged' })
        await db.issue.updateMany({
          where: { id },
          data: { state: 'merged', mergedIntoId: intoId, closedOn: todayInOslo(now) },
        })
        // What was part of it goes along.
        await db.issue.updateMany({ where: { mergedIntoId: id }, data: { mergedIntoId: intoId } })
      })
      return db.issue.findUniqueOrThrow({ ...query, where: { id: intoId } })
    },
  }),
)

/** Two issues as they are stored. */
const pairOf = (...ids: [string, string]) => {
  const [oneId, otherId] = ids.toSorted((a, b) => (a < b ? -1 : 1)) as [string, string]
  return { oneId, otherId }
}

builder.mutationField('relateIssues', (t) =>
  t.prismaField({
    description: 'Says that two issues are about the same thing seen from two places. Said twice it is said once.',
    authScopes: { can: 'register:mend' },
    type: Issue,
    args: { id: t.arg.globalID(known.id), other: t.arg.globalID(other('Id of the other one.')) },
    resolve: async (query, _root, { id: { id }, other: { id: otherId } }, context) => {
      const { db } = context
      await keepIssue({ id, kind: 'relate_issues', right: 'register:mend' }, context, async () => {
        if (otherId === id) throw badInput({ other: 'invalid' })
        assertMayKeep(context, 'register:mend', await issueOf(otherId, context))
        const pair = pairOf(id, otherId)
        const present = await db.issueRelation.findFirst({ where: pair, select: { id: true } })
        if (!present) await db.issueRelation.createMany({ data: [{ id: newId(), ...pair }] })
      })
      return db.issue.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('unrelateIssues', (t) =>
  t.prismaField({
    description: 'Takes it back that two issues are about the same thing.',
    authScopes: { can: 'register:mend' },
    type: Issue,
    args: { id: t.arg.globalID(known.id), other: t.arg.globalID(other('Id of the other one.')) },
    resolve: async (query, _root, { id: { id }, other: { id: otherId } }, context) => {
      const { db } = context
      await keepIssue({ id, kind: 'unrelate_issues', right: 'register:mend' }, context, () =>
        db.issueRelation.deleteMany({ where: pairOf(id, otherId) }),
      )
      return db.issue.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)
