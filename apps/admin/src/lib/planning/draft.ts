import { isDay } from '@samrad/i18n'
import { text } from '../form/fields'
import { asTime } from '../form/values'
import type { PlannedBody, Suggested } from './asked'
import { saySuggestion } from './say'

/** A meeting of a plan as it stands in the form. */
export type PlanRow = {
  isWanted: boolean
  heldOn: string
  round: string
  /** The day it should be near; nothing for one that was not suggested. */
  near: string
  /** Why it is on that day and not another, a line each. */
  why: string[]
}

/** The meetings of a body in a plan, and what they have in common. */
export type PlanPart = {
  id: string
  name: string
  startsAt: string
  endsAt: string
  place: string
  visibility: string
  rows: PlanRow[]
}

/** The name of a field: «b0.startsAt», «b0.m2.heldOn». */
export const fieldName = (part: number, name: string, row?: number): string =>
  row === undefined ? `b${part}.${name}` : `b${part}.m${row}.${name}`

/** The most meetings that one plan may have. */
export const mostMeetings = 100

/** Whether bodies meet in rounds that they share, as Bergen’s local councils do: those that meet equally often. */
export function shareRounds(bodies: readonly Pick<PlannedBody, 'cadences'>[]): boolean {
  const often = bodies.map(({ cadences }) =>
    cadences.length ? JSON.stringify(cadences, (key, value: unknown) => (key === 'wording' ? undefined : value)) : '',
  )
  return often.length > 1 && Boolean(often[0]) && new Set(often).size === 1
}

/** The meetings that are suggested for a body, and a row for one more. Time, place and readers are as last time. */
export function partOf(body: PlannedBody, suggested: readonly Suggested[], year: number, hasRounds: boolean): PlanPart {
  const meetings = body.meetings.filter(({ status }) => status !== 'CANCELLED')
  const last = meetings.at(-1)
  // Rounds are counted through the year, what is planned already with what is suggested.
  const there = meetings.map(({ heldOn }) => heldOn).filter((day) => day.startsWith(String(year)))
  const days = [...there, ...suggested.map(({ on, near }) => on ?? near)].toSorted()
  const inRounds = hasRounds || Boolean(last?.round)
  const round = (nth: number) => (inRounds ? `${nth}/${String(year).slice(2)}` : '')
  const rows = suggested.map((one) => ({
    isWanted: one.on !== null,
    heldOn: one.on ?? '',
    round: round(days.indexOf(one.on ?? one.near) + 1),
    near: one.near,
    why: saySuggestion(one),
  }))
  return {
    id: body.id,
    name: body.name,
    startsAt: last?.startsAt ?? '',
    endsAt: last?.endsAt ?? '',
    place: last?.place ?? '',
    visibility: last?.visibility ?? body.visibility,
    rows: [...rows, { isWanted: false, heldOn: '', round: round(days.length + 1), near: '', why: [] }],
  }
}

/** What stands in the form, whatever would be suggested by now. */
export function partsFrom(form: FormData, names: ReadonlyMap<string, string>): PlanPart[] {
  const parts: PlanPart[] = []
  for (let nth = 0; form.has(fieldName(nth, 'body')); nth++) {
    const own = (name: string) => text(form, fieldName(nth, name)).trim()
    const rows: PlanRow[] = []
    for (let at = 0; form.has(fieldName(nth, 'heldOn', at)); at++) {
      const of = (name: string) => text(form, fieldName(nth, name, at)).trim()
      rows.push({
        isWanted: form.has(fieldName(nth, 'use', at)),
        heldOn: of('heldOn'),
        round: of('round'),
        near: of('near'),
        why: of('why').split('\n').filter(Boolean),
      })
    }
    const id = own('body')
    parts.push({
      id,
      name: names.get(id) ?? '',
      startsAt: asTime(own('startsAt')),
      endsAt: asTime(own('endsAt')),
      place: own('place'),
      visibility: own('visibility'),
      rows,
    })
  }
  return parts
}

type Told = {
  field: string
  meeting: { body: string; visibility: 'INTERNAL' | null; state: { heldOn: string } }
}

/** The meetings that are wanted, as the API takes them, each with where its row stands; and what is wrong before it is told. */
export function toldOf(parts: readonly PlanPart[]): { told: Told[]; faults: Record<string, string> } {
  const told = parts.flatMap(({ id, startsAt, endsAt, place, visibility, rows }, part) =>
    rows.flatMap(({ isWanted, heldOn, round }, row) => {
      if (!isWanted) return []
      const state = {
        heldOn,
        startsAt: startsAt || null,
        endsAt: endsAt || null,
        place: place || null,
        round: round || null,
      }
      return {
        field: fieldName(part, '', row),
        meeting: { body: id, visibility: (visibility || null) as 'INTERNAL' | null, state },
      }
    }),
  )
  const faults = Object.fromEntries(
    told.flatMap(({ field, meeting }) => (isDay(meeting.state.heldOn) ? [] : [[`${field}heldOn`, 'not_a_day']])),
  ) as Record<string, string>
  if (!told.length) faults[fieldName(0, 'use', 0)] = 'nothing_wanted'
  if (told.length > mostMeetings) faults[fieldName(0, 'use', 0)] = 'too_many_meetings'
  return { told, faults }
}

const ofRow = new Set(['heldOn', 'round'])

/** Where in the form a field of the request stands: `meetings.3.state.startsAt` is `b1.startsAt`. */
export function inForm(path: string, told: readonly Told[]): string {
  const [, nth, name = ''] = /^meetings\.(\d+)\.(?:state\.)?(\w+)$/.exec(path) ?? []
  const row = nth === undefined ? undefined : told[Number(nth)]?.field
  if (!row) return path
  return ofRow.has(name) ? `${row}${name}` : `${row.split('.')[0]}.${name}`
}
