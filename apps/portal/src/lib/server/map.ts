import { municipalityFeatures } from '@samrad/borders'
import { geoConicConformal, geoPath } from 'd3-geo'

const size = { width: 440, height: 520 }

/** A municipality as a path in an SVG of the map's size. */
export type Shape = { number: string; name: string; path: string }
export type NorwayMap = { width: number; height: number; shapes: Shape[] }

let drawn: NorwayMap | undefined

/** All municipalities of Norway, drawn once per process. Credit Kartverket where it is shown. */
export function municipalityShapes(): NorwayMap {
  drawn ??= draw()
  return drawn
}

function draw(): NorwayMap {
  const { width, height } = size
  const features = municipalityFeatures()
  const projection = geoConicConformal().parallels([60, 70]).rotate([-17, 0]).fitSize([width, height], features)
  const path = geoPath(projection).digits(1)
  const shapes = features.features.map((feature) => ({
    number: feature.properties.kommunenummer,
    name: feature.properties.kommunenavn.replaceAll(' - ', ' – '),
    path: path(feature) ?? '',
  }))
  return { width, height, shapes }
}
