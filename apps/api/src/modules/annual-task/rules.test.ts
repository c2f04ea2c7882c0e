import { describe, expect, it } from 'vitest'
import { occursIn, spanIn, stageIn, type Task } from './rules.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const task = (more: Partial<Task> = {}): Task => ({
  fromMonth: 3,
  toMonth: 4,
  dueDay: null,
  everyYears: 1,
  countedFrom: null,
  ...more,
})

describe('a task of the year', () => {
  it('is to be done from the first day of its first month to the last of its last, or a day before', () => {
    expect(spanIn(task(), 2027)).toEqual({ from: day('2027-03-01'), due: day('2027-04-30') })
    expect(spanIn(task({ dueDay: 1 }), 2027).due).toEqual(day('2027-04-01'))
    expect(spanIn(task({ fromMonth: 1, toMonth: 2, dueDay: 31 }), 2028).due).toEqual(day('2028-02-29'))
  })
  it('goes into the next year when it begins late', () => {
    expect(spanIn(task({ fromMonth: 12, toMonth: 1 }), 2027)).toEqual({
      from: day('2027-12-01'),
      due: day('2028-01-31'),
    })
  })
  it('is done every year, or every third, before and after the year that is counted from', () => {
    expect(occursIn(task(), 2027)).toBe(true)
    const third = task({ everyYears: 3, countedFrom: 2025 })
    expect([2022, 2024, 2025, 2027, 2028].filter((year) => occursIn(third, year))).toEqual([2022, 2025, 2028])
  })
  it('is coming, then on, then late, and in the end done', () => {
    const stage = (today: string, isDone = false) =>
      stageIn({ ...task({ dueDay: 1 }), keptFrom: day('2027-01-15') }, 2027, isDone, day(today))
    expect(['2027-02-28', '2027-03-01', '2027-04-01', '2027-04-02'].map((today) => stage(today))).toEqual([
      'coming',
      'now',
      'now',
      'overdue',
    ])
    expect(stage('2027-04-02', true)).toBe('done')
    // Nobody is late with what was due before they began.
    expect(stageIn({ ...task(), keptFrom: day('2027-06-01') }, 2027, false, day('2027-06-02'))).toBe('before')
  })
})
