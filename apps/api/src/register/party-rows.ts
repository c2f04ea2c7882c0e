import { newId, type Db, type Prisma } from '@samrad/db'
import type { PartyValue } from './parts.ts'

/** The rows of one party of a fact: who acts for somebody comes before the one they act for. */
export function partyRows(factId: string, { by, ...target }: PartyValue, position: number) {
  const byParty = by && { id: newId(), factId, position: 1000 + position, ...withoutBy(by) }
  const party = { id: newId(), factId, position, ...target, byPartyId: byParty?.id ?? null }
  return byParty ? [byParty, party] : [party]
}

const withoutBy = ({ by: _by, ...target }: PartyValue) => target

/** Gives a fact parties. */
export const addParties = (factId: string, parties: readonly PartyValue[], db: Db) =>
  db.party.createMany({ data: parties.flatMap((party, nth) => partyRows(factId, party, nth)) })

/** Makes the parties of a fact others; those that the viewer does not see stay: what somebody mends takes nothing from others. */
export async function rewriteParties(factId: string, parties: readonly PartyValue[], db: Db): Promise<void> {
  await db.party.deleteMany({ where: { factId, id: { notIn: await unseenParties(factId, db) } } })
  await addParties(factId, parties, db)
}

const ids = { seatId: true, organisationId: true, postId: true, bodyId: true, roleTitle: true } as const
/** Asks for the parties of a fact as they were written. */
export const partiesAsWritten = {
  where: { actsFor: { none: {} } },
  orderBy: { position: 'asc' },
  select: { ...ids, byParty: { select: ids } },
} as const satisfies Prisma.Fact$partiesArgs

type Ids = { [Name in keyof typeof ids]?: string | null }

/** What tells who somebody is, whatever they are called. */
export const identityOf = ({ by, ...party }: Ids & { by?: Ids | null | undefined }): string =>
  JSON.stringify([
    party.seatId ?? null,
    party.organisationId ?? null,
    party.postId ?? null,
    party.bodyId ?? null,
    party.roleTitle?.toLocaleLowerCase('nb') ?? null,
    by ? identityOf(by) : null,
  ])
export const identitiesOf = (parties: readonly (Ids & { byParty: Ids | null })[]): string[] =>
  parties.map(({ byParty, ...party }) => identityOf({ ...party, by: byParty }))

const seen = { select: { id: true } }
const target = {
  seatId: true,
  seat: seen,
  organisationId: true,
  organisation: seen,
  postId: true,
  post: seen,
  bodyId: true,
  body: seen,
} as const

/** Parties that the viewer does not see, with whom they act for. */
async function unseenParties(factId: string, db: Db): Promise<string[]> {
  const parties = await db.party.findMany({ where: { factId }, select: { id: true, byPartyId: true, ...target } })
  const unseen = parties.filter(
    (one) =>
      (one.seatId && !one.seat) ||
      (one.organisationId && !one.organisation) ||
      (one.postId && !one.post) ||
      (one.bodyId && !one.body),
  )
  const ids = new Set(unseen.map(({ id }) => id))
  return parties
    .filter(
      ({ id, byPartyId }) => ids.has(id) || ids.has(byPartyId ?? '') || unseen.some((one) => one.byPartyId === id),
    )
    .map(({ id }) => id)
}
