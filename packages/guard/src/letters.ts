/** A sign of a text as the guard reads it: a digit, part of a word, or something between. */
export type Sign = { kind: 'digit' | 'letter' | 'between'; value: string; from: number; to: number; isSure: boolean }

const invisible = /^[\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164\uffa0]$/u
const digit = /^\p{Nd}$/u
const letter = /^[\p{L}]$/u

// Digits in circles and the like that have no plain form in Unicode.
const ornamented: [first: number, value: number, count: number][] = [
  [0x2776, 1, 9],
  [0x2780, 1, 9],
  [0x278a, 1, 9],
  [0x24f5, 1, 9],
  [0x24ff, 0, 1],
  [0x1f10b, 0, 1],
  [0x1f10c, 0, 1],
]

// Letters that are written for digits; they are only read so among digits.
const looksLike: Record<string, string> = {
  O: '0',
  o: '0',
  О: '0',
  о: '0',
  Ο: '0',
  ο: '0',
  l: '1',
  I: '1',
  '|': '1',
  ı: '1',
}

/** Reads a text sign by sign, past everything that is not seen, with its place in the text. */
export function signsOf(text: string): Sign[] {
  const signs: Sign[] = []
  let from = 0
  for (const character of text) {
    const to = from + character.length
    // Digits of other scripts have no plain form either, so they are told by their place in their row.
    for (const part of digit.test(character) ? [character] : character.normalize('NFKC')) {
      if (!invisible.test(part)) signs.push({ ...read(part), from, to })
    }
    from = to
  }
  return signs
}

function read(part: string): Pick<Sign, 'kind' | 'value' | 'isSure'> {
  if (digit.test(part)) return { kind: 'digit', value: String(valueOf(part)), isSure: true }
  const code = part.codePointAt(0) ?? 0
  const row = ornamented.find(([first, , count]) => code >= first && code < first + count)
  if (row) return { kind: 'digit', value: String(row[1] + code - row[0]), isSure: true }
  const like = looksLike[part]
  if (like) return { kind: 'digit', value: like, isSure: false }
  return { kind: letter.test(part) ? 'letter' : 'between', value: part, isSure: true }
}

function valueOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  // The digits of mathematics stand in five rows after one another.
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10
  let value = 0
  while (value < 9 && digit.test(String.fromCodePoint(code - value - 1))) value++
  return value
}
