import { describe, expect, it } from 'vitest'
import type { TaskInYear } from './asked'
import { placed, point, turnOf } from './wheel'

const task = (from: string, due: string) => ({ inYear: { from, due } }) as TaskInYear

describe('the wheel of a year', () => {
  it('goes once around from New Year', () => {
    expect(turnOf('2027-01-01', 2027)).toBe(0)
    expect(turnOf('2027-07-02', 2027)).toBeCloseTo(0.5, 2)
    expect(turnOf('2028-02-01', 2027)).toBe(1)
    expect(turnOf('2026-12-01', 2027)).toBe(0)
  })
  it('begins at the top and turns with the clock', () => {
    expect(point(0, 10)).toEqual({ x: 0, y: -10 })
    expect(point(0.25, 10).x).toBeCloseTo(10)
  })
  it('puts tasks on rings so that none covers another', () => {
    const tasks = [
      task('2027-01-01', '2027-02-28'),
      task('2027-02-01', '2027-03-31'),
      task('2027-03-01', '2027-04-30'),
      task('2027-12-01', '2028-01-31'),
    ]
    expect(placed(tasks, 2027).map(({ number, ring }) => [number, ring])).toEqual([
      [1, 0],
      [2, 1],
      [3, 0],
      [4, 0],
    ])
  })
})
