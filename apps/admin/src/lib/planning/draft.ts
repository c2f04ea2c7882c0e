import { isDay } from '@samrad/i18n'
import { text } from '../form/fields'
import type { PlannedBody, Suggested } from './asked'
import { saySuggestion } from './say'

/** A meeting of a plan as it stands in the form. */
export type PlanRow = { isWanted: boolean; heldOn: string; round: string; why: string[] }

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

/** The meetings that are suggested for a body, and a row for one more. Time, place and readers are as last time. */
export function partOf(body: PlannedBody, suggested: readonly Suggested[], year: number, hasRounds: boolean): PlanPart {
  const last = body.meetings.at(-1)
  const inRounds = hasRounds || Boolean(last?.round)
  const round = (nth: number) => (inRounds ? `${nth}/${String(year).slice(2)}` : '')
  const before = body.meetings.filter(({ heldOn }) => heldOn.startsWith(String(year))).length
  const rows = suggested.map((one, nth) => ({
    isWanted: one.on !== null,
    heldOn: one.on ?? '',
    round: round(before + nth + 1),
    why: saySuggestion(one),
  }))
  return {
    id: body.id,
    name: body.name,
    startsAt: last?.startsAt ?? '',
    endsAt: last?.endsAt ?? '',
    place: last?.place ?? '',
    visibility: last?.visibility ?? body.visibility,
    rows: [...rows, { isWanted: false, heldOn: '', round: round(before + rows.length + 1), why: [] }],
  }
}

/** A part with what was typed instead of what was suggested. */
export function typedPart(part: PlanPart, nth: number, form: FormData): PlanPart {
  const own = (name: 'startsAt' | 'endsAt' | 'place' | 'visibility') => text(form, fieldName(nth, name)).trim()
  return {
    ...part,
    startsAt: own('startsAt'),
    endsAt: own('endsAt'),
    place: own('place'),
    visibility: own('visibility'),
    rows: part.rows.map((row, at) => ({
      ...row,
      isWanted: form.has(fieldName(nth, 'use', at)),
      heldOn: text(form, fieldName(nth, 'heldOn', at)),
      round: text(form, fieldName(nth, 'round', at)).trim(),
    })),
  }
}

type Told = { field: string; meeting: { body: string; visibility: 'INTERNAL' | null; state: { heldOn: string } } }

/** The meetings that are wanted, as the API takes them, each with where its row stands; and what is wrong before it is told. */
export function toldOf(parts: readonly PlanPart[]): { told: Told[]; faults: Record<string, string> } {
  const wanted = parts.flatMap(({ id, startsAt, endsAt, place, visibility, rows }, part) =>
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
    wanted.flatMap(({ field, meeting }) => (isDay(meeting.state.heldOn) ? [] : [[`${field}heldOn`, 'not_a_day']])),
  )
  return { told: wanted, faults }
}

const ofRow = new Set(['heldOn', 'round'])

/** What the API found wrong, said of the fields of the form: `meetings.3.state.startsAt` is `b1.startsAt`. */
export function faultsInForm(faults: Record<string, string>, told: readonly Told[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(faults).map(([path, fault]) => {
      const [, nth, name = ''] = /^meetings\.(\d+)\.(?:state\.)?(\w+)$/.exec(path) ?? []
      const row = told[Number(nth)]?.field
      if (!row) return [path, fault]
      return [ofRow.has(name) ? `${row}${name}` : `${row.split('.')[0]}.${name}`, fault]
    }),
  )
}
