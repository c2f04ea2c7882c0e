import { readFragment, type FragmentOf } from '@samrad/schema/admin'
import { m } from '@samrad/i18n'
import { DeskParty } from './query'

/** What a party is called, with whoever acts for it. */
export function partyName(given: FragmentOf<typeof DeskParty>): string {
  const { by, ...party } = readFragment(DeskParty, given)
  const name = nameOf(party)
  return by ? m.party_by({ party: name, by: nameOf(by) }) : name
}

type Named = { name: string } | null
type Titled = { title: string } | null
type Target = {
  roleTitle: string | null
  seat: { roleTitle: string } | null
  organisation: Named
  post: Titled
  body: Named
}

const nameOf = ({ roleTitle, seat, organisation, post, body }: Target): string =>
  roleTitle ?? seat?.roleTitle ?? organisation?.name ?? post?.title ?? body?.name ?? ''
