import { feature, neighbors } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import borders from '../data/municipalities-2024.json' with { type: 'json' }

type Properties = { kommunenummer: string; kommunenavn: string }
type Municipalities = Topology<{ k: GeometryCollection<Properties> }>

const topology = borders as unknown as Municipalities
const { geometries } = topology.objects.k
const properties = geometries.map((geometry) => geometry.properties as Properties)

/** Pairs of municipality numbers (2024 and later) that share a land border, each pair in both directions. */
export function landNeighbours(): [number: string, neighbour: string][] {
  return neighbors(geometries).flatMap((indexes, index) =>
    indexes.map((other): [string, string] => [
      properties[index]?.kommunenummer ?? '',
      properties[other]?.kommunenummer ?? '',
    ]),
  )
}

/** All official names of the municipalities that have several («Trondheim», «Tråante»), by number. */
export function parallelNames(): Map<string, string[]> {
  const several = properties.map(({ kommunenummer, kommunenavn }) => [kommunenummer, kommunenavn.split(' - ')] as const)
  return new Map(several.filter(([, names]) => names.length > 1))
}

/** GeoJSON of every municipality, with its number and name as properties. */
export const municipalityFeatures = () => feature(topology, topology.objects.k)
