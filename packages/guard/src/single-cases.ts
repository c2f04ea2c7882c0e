import type { Place } from './identity-numbers.ts'
import { givenNames } from './names.ts'

// A point after a number, as in «8. klasse», ends no sentence.
const sentence = /(?:[^.!?\n]|[.!?](?!\s+\p{Lu}|\s*$))+[.!?]?/gu
const name = /\p{Lu}\p{Ll}+/gu

// One age, not a range of them: «14 år», «14-åring», «(14)»; not «13–16 år».
const age = /(?<![\d–-]\s?)(?:\b(\d{1,2})[ -]?år(?:ing|ig|s?\b)|\((\d{1,2})( år)?\))/giu
const oldestChild = 23
const school = /skol(?:e|en|a)\b|\bvgs\b|\bvideregående\b|\bvidaregåande\b|\bbarnehage[n]?\b/iu
const classes = /\b(?:10|[1-9])\.? ?(?:klasse|trinn|årstrinn)\b|\b(?:10|[1-9]) ?[a-fA-F]\b|\bvg ?[123]\b/iu
// One of them: several, or all, are a group.
const one =
  /\b(?:en|ei|én|ein) (?:\p{L}+ )?(?:gutt|gut|jente|elev)\b|\b(?:gutten|guten|jenta|jenten|eleven|sønnen|datteren|dottera|broren|søsteren)\b|\b(?:han|hun|ho|hans|hennes|hennar)\b/iu
const near = 40

/**
 * Where a text reads like the case of one child: a name with an age, a name with a school class, or a school, a class
 * and one boy or girl together. Undefined when it does not: groups, trends and ranges of ages pass. A sign that a
 * person should be asked, not a judgement.
 */
export function findSingleCase(text: string): Place | undefined {
  for (const { 0: part, index } of text.matchAll(sentence)) {
    const place =
      namedChild(part) ?? (school.test(part) && classes.test(part) && one.test(part) ? whole(part) : undefined)
    if (place) return { from: index + place.from, to: index + place.to }
  }
  return undefined
}

const whole = (part: string): Place => ({ from: part.length - part.trimStart().length, to: part.trimEnd().length })

function namedChild(part: string): Place | undefined {
  const names = [...part.matchAll(name)].filter(([word]) => givenNames.has(word))
  if (!names.length) return undefined
  const signs = [...agesIn(part), ...placesOf(part, classes)]
  for (const { 0: word, index } of names)
    for (const sign of signs) {
      const [from, to] = [Math.min(index, sign.from), Math.max(index + word.length, sign.to)]
      if (to - from <= near + word.length) return { from, to }
    }
  return undefined
}

const agesIn = (part: string): Place[] =>
  [...part.matchAll(age)]
    .filter(({ 1: years, 2: inBrackets }) => Number(years ?? inBrackets) <= oldestChild)
    .map(({ 0: said, index }) => ({ from: index, to: index + said.length }))

function placesOf(part: string, pattern: RegExp): Place[] {
  const found = pattern.exec(part)
  return found ? [{ from: found.index, to: found.index + found[0].length }] : []
}
