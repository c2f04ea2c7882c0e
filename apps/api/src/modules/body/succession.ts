import { newId, validAt, type Db } from '@samrad/db'
import { badInput } from '../../errors.ts'
import type { Succession } from '../../register/write.ts'

/**
 * A seat that is called or tied otherwise from a day on is a new row: who held the old one holds the new one, and the
 * duties of the old one are the new one’s, from that day.
 */
export async function followSeats(db: Db, successions: Succession[], on: Date, bodyId: string): Promise<void> {
  for (const { part, before, after } of successions) {
    if (part !== 'seats') continue
    await moveHolders(db, before, after, on)
    await moveDuties(db, before, after, on)
    await db.$executeRaw`SELECT follow_seat(${before}::uuid, ${after}::uuid)`
  }
  await endWithSeats(db, bodyId)
}

/** Whoever sits in a seat that is no more, does so until it was. */
async function endWithSeats(db: Db, bodyId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE seat_holder SET valid_to = seat.valid_to, to_is = seat.to_is FROM seat
     WHERE seat.id = seat_id AND seat.body_id = ${bodyId}::uuid AND seat.valid_to IS NOT NULL
       AND (seat_holder.valid_to IS NULL OR seat_holder.valid_to > seat.valid_to)
       AND (seat_holder.valid_from IS NULL OR seat_holder.valid_from < seat.valid_to)`
}

/** Whoever sits in a body that ends, does so no longer. Who was to sit in it later stands in the way. */
export async function endHolders(db: Db, bodyId: string, on: Date): Promise<void> {
  const later = await db.seatHolder.findFirst({ where: { seat: { bodyId }, validFrom: { gte: on } } })
  if (later) throw badInput({ on: 'in_use_later' })
  const open = { seat: { bodyId }, OR: [{ validTo: null }, { validTo: { gt: on } }] }
  await db.seatHolder.updateMany({ where: open, data: { validTo: on, toIs: 'day' } })
}

/** Who sat there until it ended, sits there again. */
export async function restoreHolders(
  db: Db,
  bodyId: string,
  on: Date,
  among: { id?: { in: string[] } },
): Promise<void> {
  await db.seatHolder.updateMany({
    where: { ...among, seat: { bodyId }, validTo: on },
    data: { validTo: null, toIs: null },
  })
}

async function moveHolders(db: Db, before: string, after: string, on: Date): Promise<void> {
  // Who comes on that day or later comes to the new one.
  await db.seatHolder.updateMany({ where: { seatId: before, validFrom: { gte: on } }, data: { seatId: after } })
  const holders = await db.seatHolder.findMany({
    where: { seatId: before, ...validAt(on) },
    include: { fact: { select: { language: true } } },
  })
  for (const { id: old, fact, ...holder } of holders) {
    const id = newId()
    await db.seatHolder.update({ where: { id: old }, data: { validTo: on, toIs: 'day' } })
    await db.seatHolder.createMany({ data: [{ ...holder, id, seatId: after, validFrom: on, fromIs: 'day' }] })
    await db.fact.createMany({ data: [{ id, language: fact.language, seatHolderId: id }] })
  }
}

async function moveDuties(db: Db, before: string, after: string, on: Date): Promise<void> {
  const later = await db.bodyDuty.findMany({
    where: { validFrom: { gte: on }, body: { seats: { some: { id: before } } } },
    select: { id: true },
  })
  await db.party.updateMany({
    where: { seatId: before, factId: { in: later.map(({ id }) => id) } },
    data: { seatId: after },
  })
  const duties = await db.bodyDuty.findMany({
    where: {
      ...validAt(on),
      body: { seats: { some: { id: before } } },
      fact: { parties: { some: { seatId: before } } },
    },
    include: { fact: { include: { parties: { orderBy: { byPartyId: { sort: 'asc', nulls: 'first' } } } } } },
  })
  for (const { id: old, fact, ...duty } of duties) {
    const id = newId()
    const ids = new Map(fact.parties.map((party) => [party.id, newId()]))
    await db.bodyDuty.update({ where: { id: old }, data: { validTo: on, toIs: 'day' } })
    await db.fact.createMany({ data: [{ id, language: fact.language, bodyId: duty.bodyId }] })
    await db.bodyDuty.createMany({ data: [{ ...duty, id, validFrom: on, fromIs: 'day' }] })
    await db.party.createMany({
      data: fact.parties.map((party) => ({
        ...party,
        id: ids.get(party.id) ?? newId(),
        factId: id,
        seatId: party.seatId === before ? after : party.seatId,
        byPartyId: party.byPartyId && (ids.get(party.byPartyId) ?? null),
      })),
    })
  }
}
