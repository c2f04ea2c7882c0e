import type { Place } from './identity-numbers.ts'
import { givenNames } from './names.ts'

// A point after a number, as in «8. klasse», ends no sentence.
const sentence = /(?:[^.!?\n]|[.!?](?!\s+\p{Lu}|\s*$))+[.!?]?/gu
const name = /\p{Lu}\p{Ll}+/gu

// One age, not a range of them: «14 år», «14-åring», «(14)»; not «13–16 år».
const age = /(?<![\d–-]\s?)(?:\b(\d{1,2})[ -]?år(?:ing|ig|s?\b)|\((\d{1,2})( år)?\))/giu
const oldestChild = 23
const school = /skol(?:e|en|a)\b|\bvgs\b|\bvideregående\b|\bvidaregåande\b|\bbarnehage[n]?\b/giu
const classes = /\b(?:10|[1-9])\.? ?(?:klasse|trinn|årstrinn)\b|\b(?:10|[1-9]) ?[a-fA-F]\b|\bvg ?[123]\b/giu
// One of them: several, or all, are a group.
const child =
  /\b(?:en|ei|én|ein|et|eit) (?:\p{L}+ )?(?:gutt|gut|jente|elev|barn|ungdom|tenåring|\d{1,2}-åring)(?!\p{L})|(?<!\p{L})(?:gutten|guten|jenta|jenten|eleven|barnet|tenåringen|\d{1,2}-åringen)(?!\p{L})/giu
const kin =
  /(?<!\p{L})(?:sønn|sønnen|son|sonen|datter|datteren|datra|dotter|dottera|(?:lille|store)?bror(?:en)?|søster(?:en|a)?)(?!\p{L})/giu
const they = /\b(?:han|hun|ho|hans|hennes|hennar)\b/iu
const near = 40

/**
 * Where a text reads like the case of one child: a name with an age, a school class or a son or daughter, one child with
 * an age or a class, or a school and a class with «he» or «she». Undefined when it does not: groups, trends and ranges of ages pass. A sign that a
 * person should be asked, not a judgement.
 */
export function findSingleCase(text: string): Place | undefined {
  for (const { 0: part, index } of text.matchAll(sentence)) {
    const place =
      nearest(names(part), [...agesIn(part), ...placesOf(part, classes), ...placesOf(part, kin)]) ??
      nearest(placesOf(part, child), [...agesIn(part), ...placesOf(part, classes)]) ??
      (isOfSomebodyAtSchool(part) ? whole(part) : undefined)
    if (place) return { from: index + place.from, to: index + place.to }
  }
  return undefined
}

const whole = (part: string): Place => ({ from: part.length - part.trimStart().length, to: part.trimEnd().length })

const isOfSomebodyAtSchool = (part: string): boolean =>
  placesOf(part, school).length > 0 &&
  placesOf(part, classes).length > 0 &&
  (they.test(part) || placesOf(part, child).length > 0 || placesOf(part, kin).length > 0)

const names = (part: string): Place[] =>
  placesOf(part, name).filter(({ from, to }) => givenNames.has(part.slice(from, to)))

/** Somebody and a sign of who it is, close to each other. */
function nearest(some: Place[], signs: Place[]): Place | undefined {
  for (const one of some)
    for (const sign of signs) {
      const [from, to] = [Math.min(one.from, sign.from), Math.max(one.to, sign.to)]
      if (to - from <= near + (one.to - one.from)) return { from, to }
    }
  return undefined
}

const agesIn = (part: string): Place[] =>
  [...part.matchAll(age)]
    .filter(({ 1: years, 2: inBrackets }) => Number(years ?? inBrackets) <= oldestChild)
    .map(({ 0: said, index }) => ({ from: index, to: index + said.length }))

const placesOf = (part: string, pattern: RegExp): Place[] =>
  [...part.matchAll(pattern)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }))
