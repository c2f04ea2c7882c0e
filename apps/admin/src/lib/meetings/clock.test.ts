import { describe, expect, it } from 'vitest'
import { beginnings, minutesOver } from './clock'

const items = (...minutes: (number | null)[]) => minutes.map((one) => ({ minutes: one }))

describe('the items of an agenda', () => {
  it('begin one after the other, as far as their time is known', () => {
    expect(beginnings('12:50', items(10, 75, null, 5))).toEqual(['12:50', '13:00', '14:15', null])
    expect(beginnings(null, items(10, 5))).toEqual([null, null])
    expect(beginnings('23:50', items(20, 5))).toEqual(['23:50', '00:10'])
  })

  it('are longer than the meeting, or not', () => {
    expect(minutesOver('13:00', '14:00', items(45, 30))).toBe(15)
    expect(minutesOver('13:00', '14:00', items(30, null, 30))).toBeNull()
    expect(minutesOver('13:00', null, items(600))).toBeNull()
  })
})
