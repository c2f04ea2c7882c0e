import { randomUUID } from 'node:crypto'
import { idnr } from '@navikt/fnrvalidator'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findIdentityNumber } from './index.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** Every kind of number: born here, D-number, H-number and the synthetic series. None of them is anybody's but by chance. */
const numbers = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.nat(99),
    individual: fc.nat(999),
    isD: fc.boolean(),
    series: fc.constantFrom(0, 40, 80),
  })
  .map(({ day, month, year, individual, isD, series }) => {
    const start = `${two(day + (isD ? 40 : 0))}${two(month + series)}${two(year)}${String(individual).padStart(3, '0')}`
    for (let end = 0; end < 100; end++) if (idnr(start + two(end)).status === 'valid') return start + two(end)
    return undefined
  })
  .filter((number) => number !== undefined)

const spelled = ['null', 'en', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni']
const english = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const sami = ['nolla', 'okta', 'guokte', 'golbma', 'njeallje', 'vihtta', 'guhtta', 'čieža', 'gávcci', 'ovcci']
const each = (number: string, change: (digit: string, nth: number) => string) => [...number].map(change).join('')
const row = (zero: number) => (digit: string) => String.fromCodePoint(zero + Number(digit))
const disguises: Record<string, (number: string) => string> = {
  plain: (number) => number,
  'with a space before the last five': (number) => `${number.slice(0, 6)} ${number.slice(6)}`,
  'with hyphens': (number) => `${number.slice(0, 6)}-${number.slice(6)}`,
  'as a date': (number) => `${number.slice(0, 2)}.${number.slice(2, 4)}.${number.slice(4, 6)} ${number.slice(6)}`,
  'with slashes': (number) => `${number.slice(0, 2)}/${number.slice(2, 4)}/${number.slice(4, 6)} - ${number.slice(6)}`,
  'with a century': (number) => `${number.slice(0, 4)}19${number.slice(4)}`,
  'as a date with a century': (number) =>
    `${number.slice(0, 2)}.${number.slice(2, 4)}.19${number.slice(4, 6)} ${number.slice(6)}`,
  'with spaces between all': (number) => [...number].join(' '),
  'with dots between all': (number) => [...number].join('.'),
  'with commas between all': (number) => [...number].join(', '),
  'in threes': (number) => number.replace(/(.{3})/g, '$1 '),
  'over lines': (number) => `${number.slice(0, 6)}\n${number.slice(6)}`,
  'with no-break spaces': (number) => `${number.slice(0, 6)}\u00a0${number.slice(6)}`,
  'with zero-width spaces': (number) => [...number].join('\u200b'),
  'with soft hyphens': (number) => [...number].join('\u00ad'),
  'with combining marks': (number) => [...number].join('\u0336'),
  'in keycaps': (number) => each(number, (digit) => `${digit}\ufe0f\u20e3`),
  'in full width': (number) => each(number, row(0xff10)),
  'in Arabic digits': (number) => each(number, row(0x660)),
  'in Devanagari digits': (number) => each(number, row(0x966)),
  'in mathematical digits': (number) => each(number, row(0x1d7d8)),
  'in superscript': (number) => each(number, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? ''),
  'in circles': (number) => each(number, (digit) => '⓪①②③④⑤⑥⑦⑧⑨'[Number(digit)] ?? ''),
  'in black circles': (number) => each(number, (digit) => '⓿❶❷❸❹❺❻❼❽❾'[Number(digit)] ?? ''),
  'with O for 0': (number) => number.replaceAll('0', 'O'),
  'with l for 1': (number) => number.replaceAll('1', 'l'),
  'as character references': (number) => each(number, (digit) => `&#${digit.charCodeAt(0)};`),
  'in percent signs': (number) => each(number, (digit) => `%3${digit}`),
  'as escapes': (number) => each(number, (digit) => `\\u003${digit}`),
  'with markup inside': (number) => `${number.slice(0, 5)}<b>${number.slice(5)}</b>`,
  'spelled out': (number) => each(number, (digit) => `${spelled[Number(digit)]} `),
  'spelled out in English': (number) => each(number, (digit) => `${english[Number(digit)]} `),
  'spelled out in Northern Sámi': (number) => each(number, (digit) => `${sami[Number(digit)]}, `),
  'spelled out in one word': (number) => each(number, (digit) => spelled[Number(digit)] ?? ''),
  backwards: (number) => [...number].reverse().join(''),
  'far apart from itself': (number) => `${number.slice(0, 6)}     ${number.slice(6)}`,
  'in base64': (number) => Buffer.from(`nummer ${number}`).toString('base64'),
  'in hexadecimal': (number) => Buffer.from(number).toString('hex'),
  'in percent signs twice': (number) => each(number, (digit) => `%253${digit}`),
  'after other digits': (number) => `77${number}`,
  'among letters': (number) => `x${number}y`,
  'date and number apart': (number) =>
    `født ${number.slice(0, 2)}.${number.slice(2, 4)}.${number.slice(4, 6)}, personnummer ${number.slice(6)}`,
}

describe('a national identity number is found', () => {
  it.each(Object.entries(disguises))('%s', (_name, disguise) => {
    fc.assert(
      fc.property(numbers, (number) => {
        const text = `Møtet gjaldt ${disguise(number)} og tok en time.`
        const place = findIdentityNumber(text)
        expect(place, text).toBeDefined()
      }),
      { numRuns: 150 },
    )
  })

  it('where it stands', () => {
    const [number = ''] = fc.sample(numbers, { numRuns: 1, seed: 1 })
    const text = `Kontakt: ${number.slice(0, 6)} ${number.slice(6)}.`
    const { from = 0, to = 0 } = findIdentityNumber(text) ?? {}
    expect(text.slice(from, to)).toBe(`${number.slice(0, 6)} ${number.slice(6)}`)
  })
})

describe('what is no identity number passes', () => {
  it.each([
    'Saksnr. 21/13238, journalpost 2021/0042317',
    'Organisasjonsnummer 974 760 673, telefon 22 33 44 55 og 415 92 653',
    'Møter: 4.2.2019, 6.5.2019, 2.9.2019 og 4.11.2019 kl. 09.00–11.30',
    'Befolkning per 1.1.2018: 69 654, 70 375, 83 352 og 55 284',
    'Forvaltningsloven § 13, GDPR art. 9 og 10, 116 111 og 112',
    'Ungdomsteam Vest 13-16 år og Øst 16-23 år; en av to, tre av fire',
    'https://www.kommune.no/rapport-2016-2019.pdf?id=20190204103000',
    'En to tre fire fem seks',
    'Kontonummer 1234.56.78903',
    'UUID 0198f2c4-7e6b-7d3a-9c21-2f0a5f0e9d55',
  ])('%s', (text) => {
    expect(findIdentityNumber(text)).toBeUndefined()
  })

  it('no matter what is drawn for an id or a key', () => {
    const drawn = Array.from({ length: 20_000 }, () => randomUUID())
    expect(drawn.filter((id) => findIdentityNumber(id) ?? findIdentityNumber(`${id}-show`))).toEqual([])
    // What only looks like one hides nothing.
    const [number = ''] = fc.sample(numbers, { numRuns: 1, seed: 1 })
    expect(findIdentityNumber(`00000000-0000-4000-8000-0${number}`)).toBeDefined()
  })

  it('in at most one of two hundred texts full of other numbers', () => {
    const digits = (count: number) =>
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count })
    const lawful = fc.oneof(
      digits(8).map((phone) => `tlf. ${phone.replace(/(..)(?=.)/g, '$1 ')}`),
      digits(9).map((number) => `org.nr. ${number.replace(/(...)(?=.)/g, '$1 ')}`),
      fc.tuple(fc.nat(99), fc.nat(99_999)).map(([year, nth]) => `sak ${two(year)}/${nth}`),
      fc
        .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1990, max: 2030 }))
        .map(([day, month, year]) => `${day}.${month}.${year} kl. 10.30`),
      fc.nat(99_999).map((count) => `${count} innbyggere`),
      fc.nat(100).map((percent) => `${percent} prosent`),
    )
    const texts = fc.sample(
      fc.array(lawful, { minLength: 3, maxLength: 12 }).map((parts) => parts.join(', ')),
      {
        numRuns: 4_000,
        seed: 7,
      },
    )
    const hit = texts.filter((text) => findIdentityNumber(text))
    expect(hit.length / texts.length, hit.slice(0, 5).join('\n')).toBeLessThanOrEqual(0.005)
  })
})
