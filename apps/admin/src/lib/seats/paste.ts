import { emptySeat, organisationNamed, type SeatDraft } from './draft'

// What documents write over their lists of members.
const headings: [words: RegExp, attachment: string][] = [
  [/avtale/i, 'BY_AGREEMENT'],
  [/fast(e)? (innkalt|inviter)|innkalles fast|fast innkalling/i, 'STANDING_INVITATION'],
  [/behov|ved behov|inviteres|kalles inn/i, 'ON_DEMAND'],
  [/gjest/i, 'GUEST'],
  [/medlem|deltaker|deltakar/i, 'MEMBER'],
]
const bullet = /^\s*(?:[-–—•·*▪◦o]|\(?\d{1,2}[.)]|\(?[a-zæøå]\))(?:\s+|$)/i

/**
 * Makes seats of a list that somebody copied from a document: one a line, with or without bullets; the organisation
 * behind a tab, semicolon or dash, or behind a comma or in brackets when it is a known one. A line that ends with a
 * colon is a heading: it says how those below are tied to the body, or stands over them.
 */
export function seatsFromList(pasted: string, organisations: readonly { name: string }[]): SeatDraft[] {
  const seats: SeatDraft[] = []
  let [attachment, groupTitle] = [emptySeat.attachment, '']
  for (const line of pasted.split(/\r?\n/)) {
    const text = line
      .replace(bullet, '')
      .trim()
      .replace(/[,.;]$/, '')
    if (!text) continue
    if (text.endsWith(':')) {
      const title = text.slice(0, -1).trim()
      const known = headings.find(([words]) => words.test(title))
      attachment = known?.[1] ?? attachment
      groupTitle = known ? '' : title
      continue
    }
    const { roleTitle, organisation } = split(text, organisations)
    const quantity = /^alle\b/i.test(roleTitle) ? 'ALL' : 'ONE'
    seats.push({ ...emptySeat, roleTitle, organisation, attachment, quantity, groupTitle })
  }
  return seats
}

function split(text: string, organisations: readonly { name: string }[]) {
  const apart = /^(.+?)\s*(?:\t+|;| [–—-] )\s*(.+)$/.exec(text)
  if (apart) return { roleTitle: apart[1]?.trim() ?? '', organisation: apart[2]?.trim() ?? '' }
  const behind = /^(.+?)(?:,\s*([^,]+)|\s*\(([^()]+)\))$/.exec(text)
  const known = behind && organisationNamed(organisations, behind[2] ?? behind[3] ?? '')
  return known
    ? { roleTitle: behind[1]?.trim() ?? '', organisation: known.name }
    : { roleTitle: text, organisation: '' }
}
