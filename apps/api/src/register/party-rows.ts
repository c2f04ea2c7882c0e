import { newId } from '@samrad/db'
import type { PartyValue } from './parts.ts'

/** The rows of one party of a fact: who acts for somebody comes before the one they act for. */
export function partyRows(factId: string, { by, ...target }: PartyValue, position: number) {
  const byParty = by && { id: newId(), factId, position: 1000 + position, ...withoutBy(by) }
  const party = { id: newId(), factId, position, ...target, byPartyId: byParty?.id ?? null }
  return byParty ? [byParty, party] : [party]
}

const withoutBy = ({ by: _by, ...target }: PartyValue) => target
