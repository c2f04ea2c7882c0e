import { overwriteGetLocale } from '@samrad/i18n'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { fileOf, minutesDocument, type Minuted } from './index.ts'

const meeting: Minuted = {
  heldOn: '2026-01-14',
  startsAt: '13:00',
  endsAt: '15:00',
  place: 'Rådhuset',
  round: null,
  agendaState: 'PUBLISHED',
  agendaClosedBecause: null,
  notices: [],
  withheld: [
    { number: 1, legalGround: null },
    { number: 2, legalGround: 'offl. § 14' },
  ],
  agenda: [
    {
      number: 1,
      kind: 'DECISION',
      title: 'Skoleveier #pagebreak() $x$ <b>',
      text: 'Bakgrunn',
      language: 'nn',
      entry: { text: 'Linje én\nLinje to\n\nEit avsnitt til', decision: 'Kommunen prioriterer lys & fart' },
      presenters: 'Rektor',
      points: ['Sjekke lyset (Rektor)'],
    },
  ],
  minutes: {
    state: 'PUBLISHED',
    approvedOn: '2026-02-01',
    addenda: [{ text: 'Strekningene er fire.', madeAt: '2026-02-03T10:00:00Z' }],
  },
  attendance: [
    { name: 'Leder', presence: 'PRESENT', missed: [{ number: 2 }] },
    { name: '', presence: 'EXCUSED', missed: [] },
  ],
  body: 'Politirådet',
  municipality: 'Eidskog',
  address: 'https://samrad.no/kommune/eidskog',
}
const made = () => minutesDocument(meeting, 'nb')
beforeAll(() => overwriteGetLocale(() => 'nb'))

type Node = { role?: string; children?: Node[] }
const rolesIn = ({ role, children = [] }: Node): string[] => [...(role ? [role] : []), ...children.flatMap(rolesIn)]

async function readPdf(document: ReturnType<typeof made>) {
  const response = await fileOf(document, 'pdf', 'referat')
  const pdf = await getDocument({ data: new Uint8Array(await response.arrayBuffer()), verbosity: 0 }).promise
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, nth) => pdf.getPage(nth + 1)))
  const texts = await Promise.all(pages.map(async (page) => (await page.getTextContent()).items))
  const trees = await Promise.all(pages.map((page) => page.getStructTree()))
  return {
    pdf,
    response,
    text: texts
      .flat()
      .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join(''),
    roles: trees.flatMap((tree) => rolesIn(tree as Node)),
  }
}

describe('minutes on paper', () => {
  it('say who came, what was decided, and only that there is an item that is not public', () => {
    const { items, facts } = made()
    // Who has the paper reads it, and is told that not everybody may.
    expect(items[0]?.details).toMatch(/^Unntatt offentlighet · /)
    expect(items.map(({ heading }) => heading)).toEqual([
      '1. Skoleveier #pagebreak() $x$ <b>',
      '2. Unntatt offentlighet: offl. § 14',
    ])
    expect(facts).toContainEqual({ label: 'Til stede', text: 'Leder (ikke under sak 2)' })
    expect(facts.some(({ label }) => label === 'Meldt forfall')).toBe(false)
  })

  it('are a PDF with title, language, headings and tags, in which words stay words', async () => {
    const { pdf, text, roles, response } = await readPdf(made())
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="referat.pdf"')
    expect((await pdf.getMarkInfo()) as unknown).toEqual(
      new Map(Object.entries({ Marked: true, UserProperties: false, Suspects: false })),
    )
    const { info } = await pdf.getMetadata()
    expect(info).toMatchObject({ Title: 'Referat fra Politirådet, onsdag 14. januar 2026', Language: 'nb' })
    expect(roles).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'L', 'LI']))
    for (const words of ['#pagebreak() $x$ <b>', 'Eit avsnitt til', 'lys & fart', 'Sjekke lyset', 'https://samrad.no'])
      expect(text).toContain(words)
    expect((await pdf.getOutline())?.[0]?.title).toContain('Referat')
  })

  it('go on over pages however much was said', async () => {
    const long = { ...meeting.agenda[0], entry: { text: 'Et langt ord og et til.\n'.repeat(400), decision: null } }
    const { pdf } = await readPdf(minutesDocument({ ...meeting, agenda: [long as Minuted['agenda'][number]] }, 'nb'))
    expect(pdf.numPages).toBeGreaterThan(5)
  })

  it('are a PDF whatever signs somebody typed or pasted', async () => {
    const text = '🎉 🙂 ✅ 漢字 العربية \uf0b7 punkt\u0001 \ttab ☐ čđŋšŧž Ævar'
    const item = { ...(meeting.agenda[0] as Minuted['agenda'][number]), entry: { text, decision: null } }
    const { text: said } = await readPdf(minutesDocument({ ...meeting, agenda: [item] }, 'nb'))
    for (const words of ['punkt', 'čđŋšŧž', 'Ævar', '□']) expect(said).toContain(words)
  })

  it('are a document of Word with headings and languages', async () => {
    const response = await fileOf(made(), 'docx', 'referat')
    const parts = unzipSync(new Uint8Array(await response.arrayBuffer()))
    const words = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(words).toContain('<w:pStyle w:val="Heading1"/>')
    expect(words).toContain('w:val="nn-NO"')
    expect(words).toContain('lys &amp; fart')
    expect(words).toContain('Unntatt offentlighet: offl. § 14')
  })
})
