import { describe, expect, it } from 'vitest'
import { isMoreOpen, isOrderOf, lacksGround, refusalOf } from './rules.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)

describe('an item of an agenda', () => {
  it('is withheld by a law from those who see the meeting and not the item, and from nobody else', () => {
    const [open, near, inner] = [
      { visibility: 'public' },
      { visibility: 'neighbours' },
      { visibility: 'internal' },
    ] as const
    expect(lacksGround(inner, open)).toBe(true)
    expect(lacksGround({ ...inner, legalGround: 'offl. § 24' }, open)).toBe(false)
    expect(lacksGround({ ...inner, legalGround: '  ' }, near)).toBe(true)
    expect(lacksGround(near, near)).toBe(false)
    expect(lacksGround(inner, inner)).toBe(false)
    expect(isMoreOpen(near, inner)).toBe(true)
    expect(isMoreOpen(near, open)).toBe(false)
  })

  it('has its place in an order that names each once', () => {
    expect(isOrderOf(['b', 'a'], ['a', 'b'])).toBe(true)
    for (const wrong of [['a'], ['a', 'a'], ['a', 'c'], ['a', 'b', 'c']])
      expect(isOrderOf(wrong, ['a', 'b'])).toBe(false)
  })
})

describe('a meeting', () => {
  const planned = { status: 'planned', heldOn: day('2027-01-10') } as const

  it('is held on its day at the earliest', () => {
    expect(refusalOf('hold', planned, day('2027-01-09'))).toBe('in_future')
    expect(refusalOf('hold', planned, day('2027-01-10'))).toBeUndefined()
  })

  it('that was held is not moved, cancelled or held again', () => {
    const held = { ...planned, status: 'held' } as const
    for (const step of ['move', 'cancel', 'restore', 'hold'] as const)
      expect(refusalOf(step, held, day('2028-01-01'))).toBe('is_held')
  })

  it('that was cancelled is on again when that is said, or when it is moved', () => {
    const cancelled = { ...planned, status: 'cancelled' } as const
    expect(refusalOf('restore', cancelled, planned.heldOn)).toBeUndefined()
    expect(refusalOf('move', cancelled, planned.heldOn)).toBeUndefined()
    expect(refusalOf('restore', planned, planned.heldOn)).toBe('is_planned')
  })
})
