import { keyId } from '../ids.ts'
import type { Around, RowCollector } from './collector.ts'
import { begin, participate, type FindMunicipality } from './identity.ts'
import type { MunicipalityFile } from './shape.ts'

type Body = MunicipalityFile['bodies'][number]

/** A body with everything that belongs to it. */
export function bodyRows(collector: RowCollector, find: FindMunicipality, body: Body, path: PropertyKey[]): void {
  const begun = begin(collector, 'body', 'body_id', body, path)
  const { id, key, owner } = begun
  const around: Around = { ...begun.around, within: body }
  const at = (...below: PropertyKey[]): Around => ({ ...around, path: [...path, ...below] })

  versionsOf(collector, body, path).forEach((version, index) => {
    const values = {
      body_id: id,
      name: version.name,
      short_name: version.shortName ?? null,
      realisation: version.realisation,
      realised_through: version.realisedThrough ?? null,
      is_confidential: version.isConfidential,
      ages: version.ages ?? null,
      summary: version.summary ?? null,
    }
    collector.fact('body_version', [key, String(index)], values, version, owner, at('versions', index))
  })
  const joint = { table: 'body_participation', ...begun, around }
  participate(collector, find, joint, bounds(body), body.municipalities)
  body.functions.forEach((entry) =>
    collector.fact(
      'body_function',
      [key, entry.kind],
      { body_id: id, kind: entry.kind },
      { ...bounds(body), ...entry },
      owner,
      around,
    ),
  )
  body.levels.forEach(({ level, ...dated }, index) =>
    collector.fact(
      'body_level',
      [key, level],
      { body_id: id, level_id: collector.idOf('scheme_level', level, [...path, 'levels', index]) },
      { ...bounds(body), ...dated },
      { ...owner, also: { scheme_id: collector.schemeOf(level) } },
      around,
    ),
  )
  body.areas.forEach(({ area, ...dated }, index) =>
    collector.fact(
      'body_area',
      [key, area],
      { body_id: id, area_id: collector.idOf('area', area, [...path, 'areas', index]) },
      { ...bounds(body), ...dated },
      owner,
      around,
    ),
  )
  body.reportsTo.forEach(({ body: parent, parties, ...dated }, index) => {
    if ((parent === undefined) === (parties === undefined))
      collector.fault([...path, 'reportsTo', index], 'name either a body or parties')
    const parentId = parent === undefined ? null : collector.idOf('body', parent, [...path, 'reportsTo', index])
    collector.fact(
      'body_reporting',
      [key, String(index)],
      { body_id: id, parent_id: parentId },
      { ...bounds(body), ...dated },
      owner,
      at('reportsTo', index),
      parties,
    )
  })
  body.replaces.forEach(({ parties, ...dated }, index) =>
    collector.fact(
      'body_replacement',
      [key, String(index)],
      { body_id: id },
      { ...bounds(body), ...dated },
      owner,
      at('replaces', index),
      parties,
    ),
  )
  body.lifts.forEach(({ direction, parties, which, ...dated }, index) =>
    collector.fact(
      'body_lift_route',
      [key, String(index)],
      { body_id: id, direction, note: which ?? null },
      { ...bounds(body), ...dated },
      owner,
      at('lifts', index),
      parties,
    ),
  )
  mandateRows(collector, body, id, around)
  body.duties.forEach(({ duty, parties, ...dated }, index) =>
    collector.fact(
      'body_duty',
      [key, duty, String(index)],
      { body_id: id, kind: duty },
      dated,
      owner,
      at('duties', index),
      parties,
    ),
  )
  body.cadences.forEach(({ cadence, ...dated }, index) =>
    collector.fact('body_cadence', [key, String(index)], { body_id: id, cadence }, dated, owner, at('cadences', index)),
  )
  body.standingItems
    .flatMap(({ items, ...dated }) => items.map((text) => ({ text, dated })))
    .forEach(({ text, dated }, position) =>
      collector.fact('standing_item', [key, text], { body_id: id, position, text }, dated, owner, around),
    )
  seatRows(collector, body, id, around)
  meetingRows(collector, body, id, around)
}

// What a body is from its first day on lasts as long as it does, unless the file says otherwise.
const bounds = ({ from, to, confirmed, planned }: Body) => ({ from, to, confirmed, planned })

function versionsOf(collector: RowCollector, body: Body, path: PropertyKey[]) {
  if (body.versions.length && body.name === undefined) return body.versions
  const { name } = body
  if (body.versions.length || name === undefined) {
    collector.fault([...path, 'name'], 'give a body either a name or versions, each with a name')
    return []
  }
  return [{ ...body, name }]
}

function mandateRows(collector: RowCollector, { key, mandates }: Body, bodyId: string, around: Around): void {
  mandates.forEach(({ title = null, heldBy, clauses, ...dated }, index) => {
    const heldById = heldBy ? collector.idOf('body', heldBy, [...around.path, 'mandates', index, 'heldBy']) : null
    const id = collector.fact(
      'mandate',
      [key, String(index)],
      { body_id: bodyId, held_by_id: heldById, title },
      dated,
      { column: 'body_id', id: bodyId },
      around,
    )
    clauses.forEach((text, position) =>
      collector.add('mandate_clause', {
        id: keyId('mandate_clause', id, String(position)),
        mandate_id: id,
        position,
        text,
      }),
    )
  })
}

function seatRows(collector: RowCollector, { key, seats }: Body, bodyId: string, around: Around): void {
  const seen = new Map<string, number>()
  seats.forEach(({ role, group = null, organisation, attachment, quantity, holders, ...dated }, position) => {
    const nth = seen.get(role) ?? 0
    seen.set(role, nth + 1)
    const organisationId = organisation
      ? collector.idOf('organisation', organisation, [...around.path, 'seats', position])
      : null
    const values = {
      body_id: bodyId,
      position,
      role_title: role,
      group_title: group,
      organisation_id: organisationId,
      attachment,
      quantity,
    }
    const seatId = collector.fact(
      'seat',
      [key, role, String(nth)],
      values,
      dated,
      { column: 'body_id', id: bodyId },
      around,
    )
    holders.forEach(({ name, visibility, ...held }, index) => {
      const id = collector.id('seat_holder', key, role, String(nth), String(index))
      collector.fact(
        'seat_holder',
        [key, role, String(nth), String(index)],
        { seat_id: seatId, name, visibility },
        held,
        { column: 'seat_holder_id', id },
        around,
      )
    })
  })
}

type Meeting = Body['meetings'][number]

function meetingRows(collector: RowCollector, body: Body, bodyId: string, around: Around): void {
  body.meetings.forEach((meeting, index) => {
    const { on, start = null, end = null, round, status, place = null, visibility, source, agenda } = meeting
    const key = [body.key, on, start ?? '']
    const id = collector.id('meeting', ...key)
    const values = {
      body_id: bodyId,
      round_id: round ? roundId(collector, round, on.slice(0, 4)) : null,
      visibility: visibility ?? body.visibility ?? collector.file.content.visibility,
      status,
      held_on: on,
      starts_at: start,
      ends_at: end,
      place,
      ...(agenda ? { agenda_state: agenda.state, agenda_closed_because: agenda.closedBecause ?? null } : {}),
    }
    collector.undatedFact('meeting', key, values, source, { column: 'meeting_id', id }, around)
    const within = { path: [...around.path, 'meetings', index], sources: source ?? around.sources }
    agenda?.items.forEach((item, nth) =>
      agendaItemRow(collector, item, nth + 1, { key, id, visibility: values.visibility, within }),
    )
  })
}

type Item = NonNullable<Meeting['agenda']>['items'][number]
type Of = { key: string[]; id: string; visibility: string; within: Around }

function agendaItemRow(collector: RowCollector, item: Item, number: number, of: Of): void {
  const { key, id: meetingId, visibility: meetingVisibility, within } = of
  const {
    title,
    kind = null,
    text = null,
    minutes = null,
    presenters,
    visibility,
    legalGround = null,
    issue,
    source,
  } = item
  const itemKey = [...key, String(number)]
  const id = collector.id('agenda_item', ...itemKey)
  const around = { ...within, path: [...within.path, 'agenda', 'items', number - 1] }
  const values = {
    meeting_id: meetingId,
    number,
    kind,
    title,
    text,
    minutes,
    visibility: visibility ?? meetingVisibility,
    legal_ground: legalGround,
    issue_id: issue ? collector.idOf('issue', issue, [...around.path, 'issue']) : null,
  }
  collector.undatedFact('agenda_item', itemKey, values, source, { column: 'agenda_item_id', id }, around, presenters)
}

function roundId(collector: RowCollector, label: string, year: string): string {
  const id = collector.id('meeting_round', year, label)
  const isKnown = collector.rows().some((row) => row.values.id === id)
  if (!isKnown)
    collector.add('meeting_round', { id, home_municipality_id: collector.homeId, label, year: Number(year) })
  return id
}
