import { describe, expect, it } from 'vitest'
import { daysOf, isOverdue, nextDay, refusalOf, stageOf } from './rules.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const waiting = { state: 'waiting' } as const
const answered = { state: 'answered' } as const
const of = (state: Parameters<typeof refusalOf>[1]['state'], ...moves: (typeof waiting | typeof answered)[]) => ({
  state,
  moves,
})

describe('an issue', () => {
  it('waits while it is lifted, is taken up once it is on an agenda, and is new before that', () => {
    expect(stageOf({ ...of('open'), days: [] })).toBe('new')
    expect(stageOf({ ...of('open'), days: ['2027-01-10'] })).toBe('taken_up')
    expect(stageOf({ ...of('open', answered, waiting), days: ['2027-01-10'] })).toBe('waiting')
    expect(stageOf({ ...of('open', answered), days: [] })).toBe('taken_up')
    expect(stageOf({ ...of('closed', answered), days: [] })).toBe('closed')
    expect(stageOf({ ...of(null), days: [] })).toBe('unknown')
  })

  it('is up next at the first meeting that is not over', () => {
    const days = ['2027-01-10', '2027-02-10']
    expect(nextDay(days, day('2027-01-10'))).toBe('2027-01-10')
    expect(nextDay(days, day('2027-01-11'))).toBe('2027-02-10')
    expect(nextDay(days, day('2027-02-11'))).toBeNull()
  })

  it('is up on the days that are told from within and on those that may be read, each once, of one body or all', () => {
    const item = (bodyId: string, on: string, status = 'planned') => ({ meeting: { bodyId, heldOn: day(on), status } })
    const up = {
      schedules: [{ bodyId: 'a', days: ['2027-02-10', '2027-03-10'] }],
      agendaItems: [item('a', '2027-02-10'), item('b', '2027-01-10'), item('b', '2027-01-11', 'cancelled')],
    }
    expect(daysOf(up)).toEqual(['2027-01-10', '2027-02-10', '2027-03-10'])
    expect(daysOf(up, 'b')).toEqual(['2027-01-10'])
    expect(daysOf(up, 'c')).toEqual([])
  })

  it('is overdue the day after its answer should have been there, and not once it is', () => {
    const answerBy = day('2027-03-01')
    expect(isOverdue({ ...waiting, answerBy }, day('2027-03-01'))).toBe(false)
    expect(isOverdue({ ...waiting, answerBy }, day('2027-03-02'))).toBe(true)
    expect(isOverdue({ ...answered, answerBy }, day('2027-03-02'))).toBe(false)
    expect(isOverdue({ ...waiting, answerBy: null }, day('2027-03-02'))).toBe(false)
  })

  it('is neither closed nor merged while somebody waits for an answer', () => {
    expect(refusalOf('close', of('open', waiting))).toBe('lift_unanswered')
    expect(refusalOf('merge', of('open', waiting))).toBe('lift_unanswered')
    expect(refusalOf('close', of(null, answered))).toBeUndefined()
    expect(refusalOf('lift', of('open', waiting))).toBeUndefined()
    expect(refusalOf('lift', of('closed'))).toBe('issue_closed')
    expect(refusalOf('reopen', of('open'))).toBe('is_open')
    expect(refusalOf('reopen', of('merged'))).toBeUndefined()
    expect(refusalOf('correct', of('merged'))).toBe('issue_merged')
  })
})
