import { expect, it } from 'vitest'
import { slugOf } from './slug.ts'

it.each([
  ['Våler', 'vaaler'],
  ['Bjørnafjorden', 'bjoernafjorden'],
  ['Bærum', 'baerum'],
  ['Guovdageaidnu', 'guovdageaidnu'],
  ['Unjárga', 'unjarga'],
  ['Politiråd / SLT-styringsgruppe', 'politiraad-slt-styringsgruppe'],
])('writes %s as %s in an address', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})
