import { m, sayList } from '@samrad/i18n'
import type { ResultOf } from '@samrad/schema/open'
import type { PartyName_party } from './fragments.ts'

export type SaidParty = ResultOf<typeof PartyName_party>
type Named = Pick<SaidParty, 'roleTitle' | 'organisation' | 'post'> & {
  seat: { roleTitle: string } | null
  body: { name: string } | null
}

const nameOf = ({ roleTitle, seat, organisation, post, body }: Named): string =>
  roleTitle ?? seat?.roleTitle ?? organisation?.name ?? post?.title ?? body?.name ?? m.party_unknown()

/** «Kommunen ved SLT-koordinator». */
export const sayParty = (party: SaidParty): string =>
  party.by ? m.party_by({ party: nameOf(party), by: nameOf(party.by) }) : nameOf(party)

/** «Kommunen og Politiet». */
export const sayParties = (parties: SaidParty[]): string => sayList(parties.map(sayParty))
