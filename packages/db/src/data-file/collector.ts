import { keyId } from '../ids.ts'
import type { Row } from '../rows.ts'
import type { Dated, Party } from './atoms.ts'
import type { Knowledge } from './dates.ts'
import type { DataFile, Fault } from './read.ts'
import type { MunicipalityFile } from './shape.ts'

type Sources = NonNullable<Dated['source']>
/** What encloses a fact in the file: its own sources stand before those around it. */
export type Around = { path: PropertyKey[]; sources: Sources; within?: Pick<Dated, 'from' | 'to'> }
/** Where a fact belongs: the column of `fact` that names its owner; `also` names the other end of a relation. */
export type Owner = { column: string; id: string; also?: Record<string, string> }

/** Gathers the rows of one data file, and every reference in it that leads nowhere. */
export class RowCollector {
  readonly faults: Fault[] = []
  readonly file: DataFile
  readonly homeId: string
  #rows = new Map<string, Row[]>()
  #seen = new Map<string, number>()
  #paths = new Map<string, PropertyKey[]>()
  #documents: Map<string, MunicipalityFile['documents'][number]>

  constructor(file: DataFile, homeId: string) {
    this.file = file
    this.homeId = homeId
    this.#documents = new Map(file.content.documents.map((document) => [document.key, document]))
  }

  /** All rows, in an order in which they may be inserted. */
  rows(): Row[] {
    return insertionOrder.flatMap((table) => this.#rows.get(table) ?? [])
  }

  add(table: string, values: Row['values'], shared?: string): string {
    const row = shared === undefined ? { table, values } : { table, values, shared }
    this.#rows.set(table, [...(this.#rows.get(table) ?? []), row])
    return values.id
  }

  fault(path: PropertyKey[], message: string): void {
    this.faults.push({ line: this.file.lineOf(path), path: path.join('.'), message })
  }

  /** Where in the file a fact stands. */
  pathOf(id: string): PropertyKey[] {
    return this.#paths.get(id) ?? []
  }

  /** Id of something with a key in this file; a fault when there is none. */
  idOf(
    kind: 'area' | 'organisation' | 'scheme_level' | 'coordinator_post' | 'body' | 'issue' | 'source_document',
    key: string,
    path: PropertyKey[],
  ): string {
    if (!this.#known(kind).has(key))
      this.fault(path, `there is no ${kind.replace('_', ' ')} with the key «${key}» in this file`)
    return this.id(kind, key)
  }

  /** Id of a row by its key: within the home, or within the whole country for what belongs to no municipality. */
  id(kind: string, ...key: string[]): string {
    return keyId(kind, this.#isNational(kind, key) ? 'national' : this.homeId, ...key)
  }

  #isNational(kind: string, [key]: string[]): boolean {
    const { organisations } = this.file.content
    return (
      kind.startsWith('organisation') &&
      organisations.some((organisation) => organisation.key === key && organisation.national)
    )
  }

  // The same relation may hold twice in time: the first has the plain key, so that it stays what it was.
  #factId(table: string, key: string[]): string {
    const nth = this.#seen.get([table, ...key].join('\0')) ?? 0
    this.#seen.set([table, ...key].join('\0'), nth + 1)
    return nth ? this.id(table, ...key, `nth ${nth}`) : this.id(table, ...key)
  }

  /** A dated row of `table` with its fact, sources and, where it has them, parties. Returns its id. */
  fact(
    table: string,
    key: string[],
    values: Record<string, unknown>,
    dated: Dated,
    owner: Owner,
    around: Around,
    parties: Party[] = [],
  ): string {
    const id = this.#factId(table, key)
    const [other, column] = otherEnd[table] ?? []
    const also = other && column ? { [column]: String(values[other]) } : {}
    this.#paths.set(id, around.path)
    const shared = this.#isNational(table, key) ? owner.id : undefined
    this.#addFact(id, dated.language, { ...owner, also: { ...also, ...owner.also } }, shared)
    const sources = dated.source ?? around.sources
    this.#cite(id, sources, around.path)
    parties.forEach((party, index) => this.#party(id, index, party, [...around.path, 'parties', index]))
    const known = shared ? [] : sources
    return this.add(table, { id, ...values, ...this.#period(dated, known, around) }, shared)
  }

  /** A fact that is on a day or for good rather than for a period: a count, a meeting. */
  undatedFact(
    table: string,
    key: string[],
    values: Record<string, unknown>,
    source: Sources | undefined,
    owner: Owner,
    around: Around,
    parties: Party[] = [],
  ): string {
    const id = this.#factId(table, key)
    if (id !== this.id(table, ...key)) this.fault(around.path, `${key.slice(1).join(' ').trim()} stands twice`)
    this.#addFact(id, undefined, owner.id === this.id(table, ...key) ? { ...owner, id } : owner)
    this.#cite(id, source ?? around.sources, around.path)
    parties.forEach((party, index) => this.#party(id, index, party, [...around.path, 'parties', index]))
    return this.add(table, { id, ...values })
  }

  #addFact(id: string, language: string | undefined, { column, id: ownerId, also }: Owner, shared?: string): void {
    this.add('fact', { id, language: language ?? this.file.content.language, [column]: ownerId, ...also }, shared)
  }

  // A fact known only from a document starts at the document's date, «no later than», and was confirmed then. It is not
  // longer than what it belongs to.
  #period(dated: Dated, sources: Sources, { path, within }: Around) {
    const evidence = this.#evidence(sources)
    const to = dated.to ?? within?.to
    const isBefore = !to?.on || (evidence && evidence.from < to.on)
    const known = evidence && isBefore ? { on: evidence.from, is: 'no_later_than' as Knowledge } : undefined
    const from = dated.from ?? (known && within?.from?.on && within.from.on > known.on ? within.from : known)
    if (from?.on && to?.on && from.on >= to.on)
      this.fault(path, `it ends (${to.on}) before it begins (${from.on}): change from or to`)
    const confirmed = dated.confirmed ?? (to ? null : (evidence?.confirmed ?? null))
    return {
      valid_from: from?.on ?? null,
      from_is: from?.is ?? null,
      valid_to: to?.on ?? null,
      to_is: to?.is ?? null,
      // A decision comes before what it decides: that is no confirmation.
      last_confirmed_on: confirmed && from?.on && confirmed < from.on ? null : confirmed,
      is_planned: dated.planned ?? false,
    }
  }

  #evidence(sources: Sources): { from: string; confirmed: string } | undefined {
    const document = this.#documents.get(sources[0]?.document ?? '')
    const published = document?.published?.on
    return document?.evidence ?? (published ? { from: published, confirmed: published } : undefined)
  }

  #cite(factId: string, sources: Sources, path: PropertyKey[]): void {
    sources.forEach(({ document, place = null, quote = null, note = null }, position) => {
      this.add('source_reference', {
        id: keyId('source_reference', this.homeId, factId, String(position)),
        fact_id: factId,
        document_id: this.idOf('source_document', document, path),
        position,
        place,
        quote,
        annotation: note,
      })
    })
  }

  #party(factId: string, position: number, { by, ...party }: Party, path: PropertyKey[]): void {
    const byId = by && keyId('party', factId, String(position), 'by')
    if (by)
      this.add('party', {
        id: byId ?? '',
        fact_id: factId,
        position: 1000 + position,
        ...this.#target(by, path),
        by_party_id: null,
      })
    this.add('party', {
      id: keyId('party', factId, String(position)),
      fact_id: factId,
      position,
      ...this.#target(party, path),
      by_party_id: byId ?? null,
    })
  }

  #target({ seat, organisation, post, body, role }: Omit<Party, 'by'>, path: PropertyKey[]) {
    return {
      seat_id: seat ? this.#seatId(seat, path) : null,
      organisation_id: organisation ? this.idOf('organisation', organisation, path) : null,
      post_id: post ? this.idOf('coordinator_post', post, path) : null,
      body_id: body ? this.idOf('body', body, path) : null,
      role_title: role ?? null,
    }
  }

  /** Id of the scheme that a level of this file belongs to. */
  schemeOf(level: string): string {
    const scheme = this.file.content.schemes.find(({ levels }) => levels.some(({ key }) => key === level))
    return this.id('scheme', scheme?.key ?? '')
  }

  #seatId(reference: string, path: PropertyKey[]): string {
    const [bodyKey = '', role = ''] = reference.split(/: (.*)/)
    const body = this.file.content.bodies.find(({ key }) => key === bodyKey)
    if (!body?.seats.some((seat) => seat.role === role))
      this.fault(path, `there is no seat «${role}» in a body «${bodyKey}»; write «body-key: role title»`)
    return this.id('seat', bodyKey, role, '0')
  }

  #known(kind: string): Set<string> {
    const { areas, organisations, schemes, posts, bodies, issues, documents } = this.file.content
    const lists: Record<string, { key: string }[]> = {
      area: areas,
      organisation: organisations,
      scheme_level: schemes.flatMap(({ levels }) => levels),
      coordinator_post: posts,
      body: bodies,
      issue: issues,
      source_document: documents,
    }
    return new Set(lists[kind]?.map(({ key }) => key))
  }
}

// A relation of two things is seen where both are: which value names the other, and its column in `fact`.
const otherEnd: Record<string, [value: string, column: string]> = {
  area_part: ['part_id', 'other_area_id'],
  organisation_parent: ['parent_id', 'other_organisation_id'],
  organisation_succession: ['successor_id', 'other_organisation_id'],
  organisation_area: ['area_id', 'area_id'],
  partnership: ['organisation_id', 'organisation_id'],
  body_area: ['area_id', 'area_id'],
  arena_area: ['area_id', 'area_id'],
}

const insertionOrder = [
  'municipality',
  'source_document',
  'fact',
  'source_reference',
  'municipality_version',
  'municipality_neighbour',
  'area',
  'area_version',
  'area_part',
  'population_count',
  'organisation',
  'organisation_version',
  'organisation_parent',
  'organisation_succession',
  'organisation_area',
  'scheme',
  'scheme_version',
  'scheme_participation',
  'scheme_level',
  'scheme_event',
  'agreement',
  'target_group',
  'partnership',
  'coordinator_post',
  'post_version',
  'post_participation',
  'post_reporting',
  'portfolio_item',
  'body',
  'body_version',
  'body_participation',
  'body_function',
  'body_level',
  'body_area',
  'body_reporting',
  'body_replacement',
  'body_lift_route',
  'mandate',
  'mandate_clause',
  'body_duty',
  'body_cadence',
  'standing_item',
  'seat',
  'seat_holder',
  'arena',
  'arena_version',
  'arena_area',
  'arena_participation',
  'arena_participant',
  'arena_responsibility',
  'issue',
  'issue_forum',
  'issue_move',
  'issue_relation',
  'meeting_round',
  'meeting',
  'agenda_item',
  'party',
]
