import { describe, expect, it } from 'vitest'
import type { PlannedBody, Suggested } from './asked'
import { inForm, partOf, partsFrom, shareRounds, toldOf } from './draft'

const suggested = (on: string | null, near = on ?? '2027-01-01'): Suggested => ({
  on,
  near,
  passedOver: [],
  sameDay: [],
})
const meeting = (heldOn: string, more: object = {}) => ({
  heldOn,
  startsAt: '09:00',
  endsAt: null,
  place: 'Rådhuset',
  round: null,
  status: 'PLANNED' as const,
  visibility: 'PUBLIC' as const,
  ...more,
})
const body = (meetings: PlannedBody['meetings']) =>
  ({ id: 'a', name: 'Rådet', visibility: 'PUBLIC', meetings }) as unknown as PlannedBody

describe('a plan as it stands in the form', () => {
  it('counts rounds through the year, without what is cancelled', () => {
    const there = [meeting('2027-03-01', { status: 'CANCELLED', place: 'Nei' }), meeting('2027-05-19')]
    const part = partOf(body(there), [suggested('2027-02-17'), suggested('2027-08-18')], 2027, true)
    expect(part.rows.map(({ round }) => round)).toEqual(['1/27', '3/27', '4/27'])
    expect(part.place).toBe('Rådhuset')
  })

  it('has rounds where bodies meet equally often', () => {
    const meets = (times: number, wording: string) =>
      ({ cadences: [{ cadence: { kind: 'TIMES', times, per: 'YEAR', wording } }] }) as unknown as PlannedBody
    expect(shareRounds([meets(4, 'kvartalsvis'), meets(4, 'fire ganger i året')])).toBe(true)
    expect(shareRounds([meets(4, ''), meets(10, '')])).toBe(false)
    expect(shareRounds([meets(4, '')])).toBe(false)
    expect(shareRounds([{ cadences: [] }, { cadences: [] }])).toBe(false)
  })

  const form = (fields: Record<string, string>) => {
    const data = new FormData()
    for (const [name, value] of Object.entries(fields)) data.set(name, value)
    return data
  }
  const typed = form({
    'b0.body': 'a',
    'b0.startsAt': 'ni',
    'b0.m0.heldOn': '2027-02-17',
    'b0.m0.round': '1/27',
    'b0.m1.heldOn': '2027-05-19',
    'b0.m1.use': 'on',
    'b1.body': 'b',
    'b1.place': 'Skolen',
    'b1.m0.heldOn': '',
    'b1.m0.use': 'on',
  })
  const parts = partsFrom(typed, new Map([['a', 'Rådet']]))

  it('is read as it was typed, whatever is suggested by now', () => {
    expect(parts.map(({ id, name, rows }) => [id, name, rows.length])).toEqual([
      ['a', 'Rådet', 2],
      ['b', '', 1],
    ])
    expect(parts[1]?.place).toBe('Skolen')
  })

  it('tells the meetings that are ticked, and says what is wrong where it stands', () => {
    const { told, faults } = toldOf(parts)
    expect(told.map(({ meeting: { state } }) => state.heldOn)).toEqual(['2027-05-19', ''])
    expect(faults).toEqual({ 'b1.m0.heldOn': 'not_a_day' })
    expect(inForm('meetings.0.state.startsAt', told)).toBe('b0.startsAt')
    expect(inForm('meetings.0.state.heldOn', told)).toBe('b0.m1.heldOn')
    expect(inForm('meetings.1.visibility', told)).toBe('b1.visibility')
    expect(inForm('meetings', told)).toBe('meetings')
    expect(toldOf([]).faults).toEqual({ 'b0.m0.use': 'nothing_wanted' })
  })
})
