import { keyId } from '../ids.ts'
import { slugOf } from '../slug.ts'
import type { Row } from '../rows.ts'
import { bodyRows } from './body-rows.ts'
import { RowCollector, type Around } from './collector.ts'
import { DataFileError, type DataFile } from './read.ts'
import type { Dated, MunicipalityFile } from './shape.ts'

/** Finds a municipality by its number, present or earlier; undefined when the register has none. */
export type FindMunicipality = (country: string, number: string) => string | undefined

/** The rows a data file stands for. Throws `DataFileError` when something in it leads nowhere. */
export function rowsOf(file: DataFile, findMunicipality: FindMunicipality): Row[] {
  const { content } = file
  const homeId = findMunicipality(content.municipality.country, content.municipality.number)
  if (!homeId)
    throw new DataFileError(file.name, [
      {
        line: file.lineOf(['municipality']),
        path: 'municipality.number',
        message: 'there is no municipality with this number in the register',
      },
    ])

  const collector = new RowCollector(file, homeId)
  municipalitiesAbroad(collector)
  const find: FindMunicipality = (country, number) =>
    content.municipalitiesAbroad.some((abroad) => abroad.country === country && abroad.number === number)
      ? abroadId(country, number)
      : findMunicipality(country, number)

  content.documents.forEach(({ key, title, publisher = null, published, url = null, licence = null, note = null }) =>
    collector.add('source_document', {
      id: collector.id('source_document', key),
      home_municipality_id: homeId,
      slug: key,
      title,
      publisher,
      published_on: published?.on ?? null,
      published_is: published?.is ?? null,
      url,
      licence,
      annotation: note,
    }),
  )
  content.areas.forEach((area, index) => areaRows(collector, area, ['areas', index]))
  content.organisations.forEach((organisation, index) =>
    organisationRows(collector, organisation, ['organisations', index]),
  )
  content.schemes.forEach((scheme, index) => schemeRows(collector, find, scheme, ['schemes', index]))
  content.posts.forEach((post, index) => postRows(collector, find, post, ['posts', index]))
  content.bodies.forEach((body, index) => bodyRows(collector, find, body, ['bodies', index]))
  content.arenas.forEach((arena, index) => arenaRows(collector, find, arena, ['arenas', index]))
  refuseDoubles(collector)
  if (collector.faults.length) throw new DataFileError(file.name, collector.faults)
  return collector.rows()
}

type Path = PropertyKey[]
type Item<List extends keyof MunicipalityFile> = MunicipalityFile[List] extends (infer One)[] ? One : never

/** What an identity of the municipality is made of. */
export function identity(
  collector: RowCollector,
  { visibility }: { visibility?: 'public' | 'neighbours' | 'internal' | undefined },
  slug: string,
) {
  return { home_municipality_id: collector.homeId, slug, visibility: visibility ?? collector.file.content.visibility }
}

/** Participation rows: the home's own and the others'. */
export function participate(
  collector: RowCollector,
  find: FindMunicipality,
  table: string,
  column: string,
  id: string,
  key: string,
  owner: { column: string; id: string },
  around: Around,
  others: { number: string; country: string }[],
  dated = {},
): void {
  collector.fact(table, [key, 'home'], { [column]: id, municipality_id: collector.homeId }, dated, owner, around)
  others.forEach(({ number, country }) => {
    const municipalityId = find(country, number)
    if (!municipalityId)
      return collector.fault(around.path, `there is no municipality ${country} ${number} in the register`)
    collector.fact(
      table,
      [key, country, number],
      { [column]: id, municipality_id: municipalityId },
      dated,
      owner,
      around,
    )
  })
}

// One municipality abroad is the same to all its neighbours.
const abroadId = (country: string, number: string) => keyId('municipality', country, number)

function municipalitiesAbroad(collector: RowCollector): void {
  collector.file.content.municipalitiesAbroad.forEach(({ country, number, name, isNeighbour }) => {
    const id = abroadId(country, number)
    const versionId = keyId('municipality_version', country, number)
    collector.add('municipality', { id, slug: `${slugOf(name)}-${country.toLowerCase()}`, country })
    collector.add('fact', { id: versionId, municipality_id: id })
    collector.add('municipality_version', {
      id: versionId,
      municipality_id: id,
      country,
      number,
      name,
      parallel_names: [],
    })
    if (!isNeighbour) return
    for (const [of, is] of [
      [collector.homeId, id],
      [id, collector.homeId],
    ] as const)
      collector.add('municipality_neighbour', {
        id: collector.id('municipality_neighbour', of, is),
        municipality_id: of,
        neighbour_id: is,
      })
  })
}

function areaRows(collector: RowCollector, area: Item<'areas'>, path: Path): void {
  const { key } = area
  const id = collector.id('area', key)
  const owner = { column: 'area_id', id }
  const around: Around = { path, sources: area.source ?? [] }
  collector.fact('area', [key], identity(collector, area, key), area, owner, around)
  for (const state of statesOf(area)) {
    const values = { area_id: id, kind: state.kind, name: state.name, name_variants: state.variants }
    collector.fact('area_version', [key], values, state, owner, around)
  }
  area.parts.forEach((part, index) =>
    collector.fact(
      'area_part',
      [key, part],
      { whole_id: id, part_id: collector.idOf('area', part, [...path, 'parts', index]) },
      area,
      owner,
      around,
    ),
  )
  area.population.forEach(({ on, count, wording = null, source }) =>
    collector.undatedFact(
      'population_count',
      [key, on],
      { area_id: id, counted_on: on, count, wording },
      source,
      owner,
      around,
    ),
  )
}

function organisationRows(collector: RowCollector, organisation: Item<'organisations'>, path: Path): void {
  const { key } = organisation
  const id = collector.id('organisation', key)
  const owner = { column: 'organisation_id', id }
  const around: Around = { path, sources: organisation.source ?? [] }
  const home = organisation.national ? { home_municipality_id: null } : {}
  collector.fact(
    'organisation',
    [key],
    { ...identity(collector, organisation, key), ...home },
    organisation,
    owner,
    around,
  )
  for (const state of statesOf(organisation)) {
    const values = { organisation_id: id, kind: state.kind, name: state.name, short_name: state.shortName ?? null }
    collector.fact('organisation_version', [key], values, state, owner, around)
  }
  organisation.parents.forEach((parent, index) =>
    collector.fact(
      'organisation_parent',
      [key, parent.organisation],
      {
        organisation_id: id,
        parent_id: collector.idOf('organisation', parent.organisation, [...path, 'parents', index]),
      },
      parent,
      owner,
      around,
    ),
  )
  if (organisation.successor) {
    const { successor } = organisation
    collector.fact(
      'organisation_succession',
      [key, successor.organisation],
      {
        predecessor_id: id,
        successor_id: collector.idOf('organisation', successor.organisation, [...path, 'successor']),
      },
      successor,
      owner,
      around,
    )
  }
  organisation.areas.forEach((served, index) => {
    const values = {
      organisation_id: id,
      area_id: collector.idOf('area', served.area, [...path, 'areas', index]),
      is_border_equal: served.isBorderEqual ?? null,
    }
    collector.fact('organisation_area', [key, served.area], values, served, owner, around)
  })
}

function schemeRows(collector: RowCollector, find: FindMunicipality, scheme: Item<'schemes'>, path: Path): void {
  const { key } = scheme
  const id = collector.id('scheme', key)
  const owner = { column: 'scheme_id', id }
  const around: Around = { path, sources: scheme.source ?? [] }
  collector.fact('scheme', [key], identity(collector, scheme, key), scheme, owner, around)
  for (const state of statesOf(scheme)) {
    const values = { scheme_id: id, name: state.name, summary: state.summary ?? null }
    collector.fact('scheme_version', [key], values, state, owner, around)
  }
  participate(
    collector,
    find,
    'scheme_participation',
    'scheme_id',
    id,
    key,
    owner,
    around,
    scheme.municipalities,
    scheme,
  )
  scheme.levels.forEach((level, position) =>
    collector.fact(
      'scheme_level',
      [level.key],
      { scheme_id: id, position, name: level.name, is_operative: level.isOperative },
      level,
      owner,
      around,
    ),
  )
  scheme.events.forEach((event) =>
    collector.fact(
      'scheme_event',
      [key, event.kind, event.title],
      { scheme_id: id, kind: event.kind, title: event.title, reference: event.reference ?? null },
      event,
      owner,
      around,
    ),
  )
  scheme.agreements.forEach((agreement, index) =>
    collector.fact(
      'agreement',
      [key, agreement.title],
      { scheme_id: id, title: agreement.title, signed_on: agreement.signed ?? null },
      agreement,
      owner,
      { ...around, path: [...path, 'agreements', index] },
      agreement.parties,
    ),
  )
  scheme.targetGroups.forEach((group, index) =>
    collector.fact(
      'target_group',
      [key, String(index)],
      { scheme_id: id, title: group.title, ages: group.ages ?? null },
      group,
      owner,
      around,
    ),
  )
  scheme.partners.forEach((partner, position) =>
    collector.fact(
      'partnership',
      [key, partner.organisation],
      {
        scheme_id: id,
        position,
        organisation_id: collector.idOf('organisation', partner.organisation, [...path, 'partners', position]),
      },
      partner,
      owner,
      around,
    ),
  )
}

function postRows(collector: RowCollector, find: FindMunicipality, post: Item<'posts'>, path: Path): void {
  const { key } = post
  const id = collector.id('coordinator_post', key)
  const owner = { column: 'post_id', id }
  const around: Around = { path, sources: post.source ?? [] }
  collector.fact('coordinator_post', [key], identity(collector, post, key), post, owner, around)
  for (const { title, percent = null, ages = null, summary = null, ...state } of statesOf(post))
    collector.fact('post_version', [key], { post_id: id, title, percent, ages, summary }, state, owner, around)
  participate(collector, find, 'post_participation', 'post_id', id, key, owner, around, post.municipalities, post)
  post.reportsTo.forEach((line, index) =>
    collector.fact(
      'post_reporting',
      [key, String(index)],
      { post_id: id },
      line,
      owner,
      { ...around, path: [...path, 'reportsTo', index] },
      line.parties,
    ),
  )
  const items = post.portfolio.flatMap(({ items: below, ...item }) => [
    { ...item, level: 1 },
    ...below.map((text) => ({ ...item, text, level: 2 })),
  ])
  items.forEach((item, position) =>
    collector.fact(
      'portfolio_item',
      [key, String(position)],
      { post_id: id, position, level: item.level, text: item.text },
      item,
      owner,
      around,
    ),
  )
}

function arenaRows(collector: RowCollector, find: FindMunicipality, arena: Item<'arenas'>, path: Path): void {
  const { key } = arena
  const id = collector.id('arena', key)
  const owner = { column: 'arena_id', id }
  const around: Around = { path, sources: arena.source ?? [] }
  collector.fact('arena', [key], identity(collector, arena, key), arena, owner, around)
  for (const version of statesOf(arena)) {
    const { number = null, title, state, cadence = null, place = null, isRotating = null, content = null } = version
    const values = { arena_id: id, number, title, state, cadence, place, is_rotating: isRotating, content }
    collector.fact('arena_version', [key], values, version, owner, around)
  }
  participate(collector, find, 'arena_participation', 'arena_id', id, key, owner, around, arena.municipalities, arena)
  arena.areas.forEach((area, index) =>
    collector.fact(
      'arena_area',
      [key, area],
      { arena_id: id, area_id: collector.idOf('area', area, [...path, 'areas', index]) },
      arena,
      owner,
      around,
    ),
  )
  arena.responsible.forEach((responsible, index) =>
    collector.fact(
      'arena_responsibility',
      [key, String(index)],
      { arena_id: id },
      responsible,
      owner,
      { ...around, path: [...path, 'responsible', index] },
      responsible.parties,
    ),
  )
  arena.participants.forEach((participant, position) =>
    collector.fact(
      'arena_participant',
      [key, String(position)],
      { arena_id: id, position, is_on_demand: participant.isOnDemand },
      participant,
      owner,
      { ...around, path: [...path, 'participants', position] },
      participant.parties,
    ),
  )
}

/** The states of a thing through time: each version laid over what is said of the thing itself, or just that. */
function statesOf<Item extends Dated & { versions: Dated[] }>(item: Item): (Item & Item['versions'][number])[] {
  const { versions, from: _from, to: _to, confirmed: _confirmed, planned: _planned, ...always } = item
  return versions.length ? versions.map((version) => ({ ...always, ...version }) as never) : [item as never]
}

// The same key twice would quietly make one row of two.
function refuseDoubles(collector: RowCollector): void {
  const { content } = collector.file
  const refuse = (keys: string[], pathOf: (index: number) => Path) =>
    keys.forEach((key, index) => {
      if (keys.indexOf(key) !== index)
        collector.fault(pathOf(index), `the key «${key}» is used twice; keys tell things apart`)
    })
  for (const list of ['documents', 'areas', 'organisations', 'schemes', 'posts', 'bodies', 'arenas'] as const)
    refuse(
      content[list].map(({ key }) => key),
      (index) => [list, index, 'key'],
    )
  refuse(
    content.schemes.flatMap(({ levels }) => levels.map(({ key }) => key)),
    () => ['schemes'],
  )
}
