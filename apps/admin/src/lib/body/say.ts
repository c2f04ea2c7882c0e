import { labels, m, sayCadence, sayList, type SaidCadence } from '@samrad/i18n'
import type { BodyDraft, CadenceDraft } from './draft'
import type { Options } from './query'

/** What the fields of a body's form are called. */
export const bodyLabels = (): Record<keyof BodyDraft, string> => ({
  name: m.body_name(),
  shortName: m.body_short_name(),
  summary: m.body_summary(),
  functions: m.body_functions(),
  realisation: m.realisation(),
  realisedThrough: m.body_realised_through(),
  isConfidential: m.body_confidential(),
  ages: m.body_ages(),
  levels: m.body_levels(),
  areas: m.body_areas(),
  reportsTo: m.body_reports_to(),
  cadences: m.cadence_legend(),
})

/** What a field of a draft says, in words. */
export function sayField(field: string, draft: BodyDraft, { bodies, areas, levels }: Options): string {
  const named = (ids: string[], things: { id: string; name: string }[]) =>
    sayList(ids.map((id) => things.find((thing) => thing.id === id)?.name ?? '?'))
  switch (field as keyof BodyDraft) {
    case 'functions':
      return sayList(draft.functions.map((kind) => labels.function[kind as keyof typeof labels.function]()))
    case 'realisation':
      return labels.realisation[draft.realisation as keyof typeof labels.realisation]()
    case 'isConfidential':
      return draft.isConfidential ? m.yes() : m.no()
    case 'ages':
      return [draft.ages.from, draft.ages.to].filter(Boolean).join('–') || draft.ages.wording
    case 'levels':
      return named(draft.levels, levels)
    case 'areas':
      return named(draft.areas, areas)
    case 'reportsTo':
      return named(draft.reportsTo, bodies)
    case 'cadences':
      return sayList(draft.cadences.map((cadence) => sayCadence(saidOf(cadence))))
    default:
      return String(draft[field as 'name'])
  }
}

const number = (value: string) => (value.trim() ? Number(value) : null)
const saidOf = (draft: CadenceDraft): SaidCadence => ({
  kind: draft.kind as SaidCadence['kind'],
  times: number(draft.times),
  from: number(draft.from),
  to: number(draft.to || draft.from),
  per: draft.per as SaidCadence['per'],
  every: number(draft.every),
  unit: draft.unit as SaidCadence['unit'],
  seasons: draft.seasons as SaidCadence['seasons'],
})
