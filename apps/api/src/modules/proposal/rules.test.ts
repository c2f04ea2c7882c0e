import { describe, expect, it } from 'vitest'
import { proposalsFor, type Known } from './rules.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const nobody = { issueId: null, minutesOfId: null, annualTaskId: null, followsUp: false }
const known = (more: Partial<Known> = {}): Known => ({
  bodyId: 'styret',
  heldOn: day('2027-03-10'),
  previousOn: day('2027-01-13'),
  nextOn: day('2027-05-12'),
  agenda: [],
  minutes: [],
  points: { count: 0, first: null },
  issues: [],
  tasks: [],
  ...more,
})
const reasons = (more: Partial<Known>) => proposalsFor(known(more)).map(({ reason, about }) => [reason, about])
const move = (more: object) => ({
  state: 'waiting' as const,
  fromBodyId: 'teamet',
  toBodyId: 'styret',
  answerBy: day('2027-03-20'),
  answeredOn: null,
  fromBody: 'Teamet',
  toBody: 'Styret',
  ...more,
})
const issue = (id: string, more: object = {}) => ({ id, title: id, moves: [], days: [], ...more })
const task = (id: string, more: object = {}) => ({
  id,
  title: id,
  fromMonth: 4,
  toMonth: 5,
  dueDay: null,
  everyYears: 1,
  countedFrom: null,
  keptFrom: day('2026-01-01'),
  done: [],
  days: [],
  ...more,
})

describe('what is proposed for an agenda', () => {
  it('is nothing when nothing is open', () => {
    expect(reasons({})).toEqual([])
  })
  it('begins with minutes to approve and what was agreed', () => {
    const open = {
      minutes: [{ id: 'januar', heldOn: day('2027-01-13') }],
      points: { count: 3, first: day('2027-02-01') },
    }
    expect(proposalsFor(known(open))).toMatchObject([
      { reason: 'minutes', about: 'januar', on: day('2027-01-13') },
      { reason: 'follow_up', count: 3, on: day('2027-02-01') },
    ])
    const agenda = [
      { ...nobody, minutesOfId: 'januar' },
      { ...nobody, followsUp: true },
    ]
    expect(reasons({ ...open, agenda })).toEqual([])
  })
  it('has issues that wait for the answer of the body before those that are new to it', () => {
    const issues = [
      issue('ny'),
      issue('drøftet', { days: [day('2027-01-13')] }),
      issue('løftet', { moves: [move({})], days: [day('2027-01-13')] }),
    ]
    expect(reasons({ issues })).toEqual([
      ['lift', 'løftet'],
      ['new_issue', 'ny'],
    ])
    expect(reasons({ issues, agenda: [{ ...nobody, issueId: 'løftet' }] })).toEqual([['new_issue', 'ny']])
  })
  it('tells the body that lifted an issue of its answer, once', () => {
    const lifted = (answeredOn: string) => [
      issue('svart', {
        days: [day('2026-11-11')],
        moves: [move({ state: 'answered', fromBodyId: 'styret', toBodyId: 'annet', answeredOn: day(answeredOn) })],
      }),
    ]
    expect(reasons({ issues: lifted('2027-02-01') })).toEqual([['answer', 'svart']])
    expect(reasons({ issues: lifted('2026-12-01') })).toEqual([])
  })
  it('takes up what the year asks for before the next meeting, unless it is done or up elsewhere', () => {
    expect(reasons({ tasks: [task('sommer')] })).toEqual([['annual_task', 'sommer']])
    expect(reasons({ tasks: [task('høst', { fromMonth: 9, toMonth: 10 })] })).toEqual([])
    expect(reasons({ tasks: [task('gjort', { done: [2027] })] })).toEqual([])
    expect(reasons({ tasks: [task('oppe', { days: [day('2027-04-14')] })] })).toEqual([])
    // What is late is not given up at once.
    expect(reasons({ tasks: [task('sent', { fromMonth: 1, toMonth: 2 })] })).toEqual([['annual_task', 'sent']])
    expect(
      reasons({ heldOn: day('2027-06-10'), nextOn: null, tasks: [task('glemt', { fromMonth: 1, toMonth: 2 })] }),
    ).toEqual([])
    // What is to be done in January is up at the last meeting before it.
    const january = task('januar', { fromMonth: 1, toMonth: 1 })
    expect(reasons({ heldOn: day('2026-12-10'), nextOn: day('2027-04-10'), tasks: [january] })).toEqual([
      ['annual_task', 'januar'],
    ])
    // A year that began in December.
    const wraps = task('vinter', { fromMonth: 12, toMonth: 2 })
    expect(reasons({ heldOn: day('2027-01-13'), tasks: [wraps] })).toEqual([['annual_task', 'vinter']])
  })
})
