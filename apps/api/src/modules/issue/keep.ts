import { newId, type Prisma } from '@samrad/db'
import type { Right } from '../../auth/rights.ts'
import type { Context } from '../../context.ts'
import { badInput } from '../../errors.ts'
import { act, assertMay, notFound, takeVersion } from '../../register/acts.ts'
import { versionDescription } from '../../register/inputs.ts'
import { Issue } from './issue.ts'
import { refusalOf } from './rules.ts'

const kept = {
  id: true,
  homeMunicipalityId: true,
  slug: true,
  visibility: true,
  state: true,
  mergedIntoId: true,
  moves: { select: { id: true, state: true } },
  forums: { select: { bodyId: true } },
} as const satisfies Prisma.IssueSelect
export type Kept = Prisma.IssueGetPayload<{ select: typeof kept }>

/** The arguments of every act on an issue. */
export const known = {
  id: { description: 'Id of the issue.', required: true, for: Issue },
  version: { description: versionDescription, required: true },
} as const

type Act = { id: string; version?: number; kind: string; right: Right; step?: Parameters<typeof refusalOf>[0] }

/** An issue; `NOT_FOUND` when there is none that the viewer may see. */
export async function issueOf(id: string, { db }: Context): Promise<Kept> {
  const issue = await db.issue.findUnique({ where: { id }, select: kept })
  if (!issue) throw notFound()
  return issue
}

/** Refuses what the viewer may not do with an issue: who keeps one of the bodies where it is up may as well. */
export function assertMayKeep(context: Context, right: Right, { homeMunicipalityId: home, forums }: Kept): void {
  const [first, ...others] = forums.map(({ bodyId }) => bodyId)
  const joint = [first, ...others].find((id) => id !== undefined && context.viewer.joint.has(id)) ?? first
  assertMay(context, right, { home, ...(joint ? { thing: joint } : {}) })
}

/**
 * Does something with an issue as one act, after anybody else who is at it. Throws `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`
 * when another version was seen, or `BAD_USER_INPUT` when it has not come that far.
 */
export async function keepIssue<Result>(
  { id, version, kind, right, step }: Act,
  context: Context,
  work: (issue: Kept) => Promise<Result>,
): Promise<Result> {
  const { db } = context
  const found = await issueOf(id, context)
  assertMayKeep(context, right, found)
  const done = { kind, noun: 'Issue', objectId: id, municipalityId: found.homeMunicipalityId }
  return act(context, done, async () => {
    await db.$queryRaw`SELECT id FROM issue WHERE id = ${id}::uuid FOR UPDATE`
    if (version !== undefined) await takeVersion(db, id, version)
    const issue = await db.issue.findUniqueOrThrow({ where: { id }, select: kept })
    const refusal = step && refusalOf(step, issue)
    if (refusal) throw badInput({ id: refusal })
    return work(issue)
  })
}

/** Has an issue be up in a body, within an act that is under way. Refused where the viewer may not say so, unless it is up there already. */
export async function bringUp(issueId: string, bodyId: string, context: Context): Promise<void> {
  const issue = await issueOf(issueId, context)
  if (issue.forums.some((forum) => forum.bodyId === bodyId)) return
  assertMayKeep(context, 'register:mend', issue)
  await context.db.issueForum.createMany({ data: [{ id: newId(), issueId, bodyId }] })
}
