import { expect, it } from 'vitest'
import { seatsFromList } from './paste'

const organisations = [{ name: 'NAV' }, { name: 'Eidskog kommune' }]
const rows = (pasted: string) =>
  seatsFromList(pasted, organisations).map(({ roleTitle, organisation, attachment, quantity, groupTitle }) =>
    [roleTitle, organisation, attachment, quantity, groupTitle].join(' | '),
  )

it('makes a seat of each line of a list from a document', () => {
  expect(
    rows(`Faste medlemmer etter avtale:
- Ordfører, Eidskog kommune
• Rådmann
1. Leder (NAV)
Fast innkalte:
Politistasjonssjef – Kongsvinger politistasjon
Leder for oppvekst, skole og barnehage

Ved behov:
a) Alle rektorer
Frivillige:
Natteravnene\tIdrettslaget`),
  ).toEqual([
    'Ordfører | Eidskog kommune | BY_AGREEMENT | ONE | ',
    'Rådmann |  | BY_AGREEMENT | ONE | ',
    'Leder | NAV | BY_AGREEMENT | ONE | ',
    'Politistasjonssjef | Kongsvinger politistasjon | STANDING_INVITATION | ONE | ',
    'Leder for oppvekst, skole og barnehage |  | STANDING_INVITATION | ONE | ',
    'Alle rektorer |  | ON_DEMAND | ALL | ',
    'Natteravnene | Idrettslaget | ON_DEMAND | ONE | Frivillige',
  ])
})

it('makes nothing of nothing', () => {
  expect(rows('\n  \n-\n')).toEqual([])
})
