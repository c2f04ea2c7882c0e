import { expect, it } from 'vitest'
import { hashOf, type Approved } from './hash.ts'
import { refusalOf } from './rules.ts'

it('minutes are written until they are approved, and only then published or added to', () => {
  expect(refusalOf('write', null)).toBeUndefined()
  expect(refusalOf('write', 'sent')).toBeUndefined()
  expect(refusalOf('write', 'approved')).toBe('minutes_approved')
  expect(refusalOf('approve', null)).toBe('no_minutes')
  expect(refusalOf('approve', 'published')).toBe('minutes_published')
  expect(refusalOf('publish', 'sent')).toBe('minutes_sent')
  expect(refusalOf('withdraw', 'published')).toBeUndefined()
  expect(refusalOf('add', 'draft')).toBe('minutes_draft')
})

it('one word changed is another hash', () => {
  const approved: Approved = {
    meeting: 'm',
    heldOn: '2027-01-10',
    items: [{ number: 1, title: 'Uteliv', text: 'Drøftet', decision: null, points: [] }],
    attendance: [{ who: 'leder', presence: 'present', missed: [1] }],
  }
  const [item] = approved.items
  expect(hashOf(approved)).toMatch(/^[0-9a-f]{64}$/)
  expect(hashOf(structuredClone(approved))).toBe(hashOf(approved))
  for (const other of [
    { ...approved, heldOn: '2027-01-11' },
    { ...approved, items: [] },
    { ...approved, attendance: [] },
    { ...approved, items: [{ ...(item as Approved['items'][number]), text: null, decision: 'Drøftet' }] },
  ])
    expect(hashOf(other)).not.toBe(hashOf(approved))
})
