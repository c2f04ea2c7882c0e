import { idnr } from '@navikt/fnrvalidator'
import { signsOf, type Sign } from './letters.ts'

/** A place in a text, as JavaScript counts: `text.slice(from, to)`. */
export type Place = { from: number; to: number }

/** Digits that stand together, and how they are parted from those before. */
type Run = { digits: string; from: number; to: number; gap: string; isWord: boolean; sure: number }

const length = 11
const longestGap = 3
// What is between the digits of one number when it is not simply run together: these part one number from the next too.
const isList = (gap: string) => /[,;\n\r\t]/.test(gap)
// How a number that is written in parts falls into them: date and number, day, month, year …
const shapes = new Set([
  '6+5',
  '2+2+2+5',
  '2+2+4+5',
  '8+5',
  '6+3+2',
  '2+2+2+3+2',
  '4+2+5',
  Array(length).fill(1).join('+'),
])

/**
 * Where a national identity number stands in a text (fødselsnummer, D-number, H-number, synthetic), in whatever digits,
 * spacing or words; undefined when there is none. Numbers that are not valid are not identity numbers: case numbers,
 * phones, dates and organisation numbers pass.
 */
export function findIdentityNumber(text: string): Place | undefined {
  const place = search(text)
  if (place) return place
  let plain = text
  // What is wrapped may be wrapped again.
  for (let round = 0; round < 3; round++) {
    const before = plain
    plain = decoded(plain)
    if (plain === before) return undefined
    if (search(plain)) return { from: 0, to: text.length }
  }
  return undefined
}

function search(text: string): Place | undefined {
  // Fewer digits or words for digits than a number has: by far the most texts.
  if (text.length < length) return undefined
  const runs = runsOf(signsOf(text.replace(uuid, (id) => 'x'.repeat(id.length))))
  return find(runs) ?? findApart(text, runs)
}

function find(runs: Run[]): Place | undefined {
  for (let first = 0; first < runs.length; first++) {
    const run = runs[first] as Run
    const within = findWithin(run)
    if (within) return within
    let digits = ''
    const sizes: number[] = []
    let hasList = false
    let words = 0
    for (let last = first; last < runs.length; last++) {
      const next = runs[last] as Run
      if (last > first && next.gap.replace(/\s+/g, ' ').length > longestGap) break
      if (last > first && isList(next.gap)) hasList = true
      digits += next.digits
      sizes.push(next.digits.length)
      words += Number(next.isWord)
      if (digits.length > length + 2) break
      if (words > 0 && words < 6) continue
      if (hasList && !shapes.has(sizes.join('+'))) continue
      if (isNumber(digits)) return { from: run.from, to: next.to }
    }
  }
  return undefined
}

/** In one long row of digits the number may stand anywhere. */
function findWithin({ digits, from, to }: Run): Place | undefined {
  for (let start = 0; start + length <= digits.length && digits.length <= 20; start++)
    if (isNumber(digits.slice(start, start + length))) return { from, to }
  return digits.length === length && isNumber([...digits].reverse().join('')) ? { from, to } : undefined
}

/** «Født 01.01.1990, personnummer 12345». */
function findApart(text: string, runs: Run[]): Place | undefined {
  for (const [nth, last] of runs.entries()) {
    if (last.digits.length !== 5) continue
    for (let first = nth - 1; first >= 0 && first >= nth - 4; first--) {
      const before = runs.slice(first, nth)
      const between = text.slice(before.at(-1)?.to, last.from)
      if (between.length > 300 || !/pers(on)?\.? ?n|pnr|p\.nr|fnr|fødselsn/i.test(between)) break
      if (isNumber(before.map(({ digits }) => digits).join('') + last.digits))
        return { from: before[0]?.from ?? 0, to: last.to }
    }
  }
  return undefined
}

// With the century written out there are two digits more.
function isNumber(digits: string): boolean {
  if (digits.length === length) return isValid(digits)
  return digits.length === length + 2 && /^.{4}(18|19|20)/.test(digits) && isValid(digits.slice(0, 4) + digits.slice(6))
}
const isValid = (digits: string) => idnr(digits).status === 'valid'

function runsOf(signs: Sign[]): Run[] {
  const runs: Run[] = []
  let gap = ''
  for (let at = 0; at < signs.length;) {
    const kind = signs[at]?.kind
    let end = at
    while (end < signs.length && (signs[end] as Sign).kind !== 'between' && (kind === 'between') === false) {
      end++
    }
    if (end === at) {
      gap += signs[at]?.value
      at++
      continue
    }
    const group = signs.slice(at, end)
    const found = digitRuns(group)
    if (found.length) {
      found.forEach((run, nth) => runs.push({ ...run, gap: nth || !runs.length ? (nth ? 'word' : '') : gap }))
      gap = found.at(-1)?.to === group.at(-1)?.to ? '' : 'letters'
    } else gap += 'word'
    at = end
  }
  return runs
}

const words: Record<string, string> = {
  null: '0',
  en: '1',
  én: '1',
  ein: '1',
  éin: '1',
  to: '2',
  tre: '3',
  fire: '4',
  fem: '5',
  seks: '6',
  sju: '7',
  syv: '7',
  åtte: '8',
  otte: '8',
  ni: '9',
  // English and Northern Sámi
  zero: '0',
  oh: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  nolla: '0',
  okta: '1',
  guokte: '2',
  golbma: '3',
  njeallje: '4',
  vihtta: '5',
  guhtta: '6',
  čieža: '7',
  gávcci: '8',
  ovcci: '9',
}
const runTogether = new RegExp(`^(?:${Object.keys(words).join('|')}){6,}$`)
const eachWord = new RegExp(Object.keys(words).join('|'), 'g')

/** The digits among signs that stand together: «x12», «1O2», or a word for a digit. */
function digitRuns(group: Sign[]): Omit<Run, 'gap'>[] {
  const word = group
    .map((sign) => (sign.isSure ? sign.value : likely(sign)))
    .join('')
    .toLowerCase()
  const spelled =
    words[word] ??
    (runTogether.test(word) ? [...word.matchAll(eachWord)].map(([one]) => words[one]).join('') : undefined)
  if (spelled) return [{ digits: spelled, from: start(group), to: end(group), isWord: true, sure: 1 }]
  const runs: Omit<Run, 'gap'>[] = []
  let current: Sign[] = []
  const close = () => {
    const sure = current.filter(({ isSure }) => isSure).length
    if (sure && sure * 6 >= current.length)
      runs.push({
        digits: current.map(({ value }) => value).join(''),
        from: start(current),
        to: end(current),
        isWord: false,
        sure,
      })
    current = []
  }
  for (const sign of group) {
    if (sign.kind === 'digit') current.push(sign)
    else close()
  }
  close()
  return runs
}

const likely = ({ value }: Sign) => (value === '0' ? 'o' : 'l')
const start = (signs: Sign[]) => signs[0]?.from ?? 0
const end = (signs: Sign[]) => signs.at(-1)?.to ?? 0

const entity = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi
// «3031» is «01» to a computer.
const hex = /\b(?:3[0-9]){11,13}\b/g
const base64 = /(?<![\w+/-])[\w+/-]{15,}={0,2}/g
const ofThing = /^[A-Z][A-Za-z]+:[0-9a-f-]{36}$/
// Ids and keys of forms are drawn at random, and the digits in them happen to make up a number. What is all digits
// was not drawn.
const uuid = /(?<!\w)(?=[\d-]*[a-f])[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}/gi
const percent = /%([0-7][0-9a-f])/gi
const escape = /\\u\{?([0-9a-f]{2,6})\}?|\\x([0-9a-f]{2})/gi
const named: Record<string, string> = {
  nbsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  thinsp: ' ',
  ensp: ' ',
  emsp: ' ',
  ndash: '-',
  mdash: '-',
}

/** The text behind character references, percent signs and escapes. */
function decoded(text: string): string {
  const sign = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '')
  return text
    .replace(entity, (_all, hex: string | undefined, decimal: string) =>
      sign(hex ? parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/&([a-z]+);/gi, (all, name: string) => named[name.toLowerCase()] ?? all)
    .replace(percent, (_all, hex: string) => sign(parseInt(hex, 16)))
    .replace(escape, (_all, long: string | undefined, short: string) => sign(parseInt(long ?? short, 16)))
    .replace(/<[^<>]{0,40}>/g, '')
    .replace(hex, (said) => Buffer.from(said, 'hex').toString())
    .replace(base64, (said) => plainOf(said) ?? said)
}

// Ids of things are written so too.
function plainOf(said: string): string | undefined {
  const plain = Buffer.from(said, 'base64').toString()
  return /^[ -~]+$/.test(plain) && !ofThing.test(plain) ? plain : undefined
}
