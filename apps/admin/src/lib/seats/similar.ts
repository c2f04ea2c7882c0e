const words = (name: string) =>
  new Set(
    name
      .toLocaleLowerCase('nb')
      .split(/[^\p{L}\d]+/u)
      .filter((word) => word.length > 1 && !common.has(word)),
  )
const common = new Set(['kommune', 'og', 'for', 'i', 'ved', 'avdeling', 'as', 'sa'])

const pairs = (text: string) => {
  const letters = text.toLocaleLowerCase('nb').replace(/[^\p{L}\d]/gu, '')
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, nth) => letters.slice(nth, nth + 2)))
}

const overlap = (one: Set<string>, other: Set<string>) => {
  const both = [...one].filter((part) => other.has(part)).length
  return both / Math.max(1, Math.min(one.size, other.size))
}

/** The things whose names are so like this one that it may be meant: «Barnevernet» and «Barneverntjenesten». The likest first, five at most. */
export function similarTo<Named extends { name: string }>(name: string, things: readonly Named[]): Named[] {
  return things
    .map((thing) => ({
      thing,
      likeness: Math.max(overlap(words(name), words(thing.name)), overlap(pairs(name), pairs(thing.name))),
    }))
    .filter(({ likeness }) => likeness >= 0.75)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 5)
    .map(({ thing }) => thing)
}
