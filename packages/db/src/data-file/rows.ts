import { keyId } from '../ids.ts'
import { slugOf } from '../slug.ts'
import type { Row } from '../rows.ts'
import { areaRows } from './area-rows.ts'
import { arenaRows } from './arena-rows.ts'
import { bodyRows } from './body-rows.ts'
import { RowCollector } from './collector.ts'
import type { FindMunicipality, Path } from './identity.ts'
import { issueRows } from './issue-rows.ts'
import { organisationRows } from './organisation-rows.ts'
import { refuseOverlaps } from './overlaps.ts'
import { postRows } from './post-rows.ts'
import { DataFileError, type DataFile } from './read.ts'
import { schemeRows } from './scheme-rows.ts'

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
  content.issues.forEach((issue, index) => issueRows(collector, issue, ['issues', index]))
  refuseDoubles(collector)
  refuseOverlaps(collector)
  if (collector.faults.length) throw new DataFileError(file.name, collector.faults)
  return collector.rows()
}

// One municipality abroad is the same to all its neighbours.
const abroadId = (country: string, number: string) => keyId('municipality', country, number)

function municipalitiesAbroad(collector: RowCollector): void {
  collector.file.content.municipalitiesAbroad.forEach(({ country, number, name, isNeighbour }) => {
    const id = abroadId(country, number)
    const versionId = keyId('municipality_version', country, number)
    collector.add('municipality', { id, slug: `${slugOf(name)}-${country.toLowerCase()}`, country }, id)
    collector.add('fact', { id: versionId, municipality_id: id }, id)
    const version = { id: versionId, municipality_id: id, country, number, name, parallel_names: [] }
    collector.add('municipality_version', version, id)
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

// The same key twice would quietly make one row of two.
function refuseDoubles(collector: RowCollector): void {
  const { content } = collector.file
  const refuse = (keys: string[], pathOf: (index: number) => Path) =>
    keys.forEach((key, index) => {
      if (keys.indexOf(key) !== index)
        collector.fault(pathOf(index), `the key «${key}» is used twice; keys tell things apart`)
    })
  for (const list of ['documents', 'areas', 'organisations', 'schemes', 'posts', 'bodies', 'arenas', 'issues'] as const)
    refuse(
      content[list].map(({ key }) => key),
      (index) => [list, index, 'key'],
    )
  refuse(
    content.schemes.flatMap(({ levels }) => levels.map(({ key }) => key)),
    () => ['schemes'],
  )
}
