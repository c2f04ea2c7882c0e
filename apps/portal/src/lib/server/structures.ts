import { error } from '@sveltejs/kit'
import { graphql } from '@samrad/schema/open'
import { MunicipalityParts_municipality } from '../municipality-parts.ts'
import { askOpenDoor } from './ask.ts'
import { municipalityNamed } from './municipality-slug.ts'
import { StructureExport_body } from './structure-export.ts'

const PortalExport_Municipality = graphql(
  `
    query PortalExport_Municipality($slug: String, $number: String, $asOf: Date) {
      municipality(slug: $slug, number: $number, asOf: $asOf) {
        number
        name
        bodies {
          ...StructureExport_body
        }
      }
    }
  `,
  [StructureExport_body],
)

const PortalExport_Parts = graphql(
  `
    query PortalExport_Parts($slug: String, $number: String, $asOf: Date) {
      municipality(slug: $slug, number: $number, asOf: $asOf) {
        ...MunicipalityParts_municipality
      }
    }
  `,
  [MunicipalityParts_municipality],
)

const PortalExport_Body = graphql(
  `
    query PortalExport_Body($municipality: String!, $slug: String!, $asOf: Date) {
      body(municipality: $municipality, slug: $slug, asOf: $asOf) {
        municipality {
          number
          name
        }
        ...StructureExport_body
      }
    }
  `,
  [StructureExport_body],
)

const PortalExport_Area = graphql(
  `
    query PortalExport_Area($municipality: String!, $slug: String!, $asOf: Date) {
      area(municipality: $municipality, slug: $slug, asOf: $asOf) {
        name
        kind
        municipality {
          number
          name
        }
        parts {
          name
        }
        wholes {
          slug
          name
        }
        populations {
          count
          countedOn
          wording
        }
        servedBy {
          isBorderEqual
          organisation {
            name
          }
        }
        bodies {
          body {
            ...StructureExport_body
          }
        }
      }
    }
  `,
  [StructureExport_body],
)

/** A municipality's bodies for export. Answers 404 when there is no such municipality. */
export async function municipalityStructure(slug: string, asOf: string | null) {
  const { municipality } = await askOpenDoor(PortalExport_Municipality, { ...municipalityNamed(slug), asOf })
  if (!municipality) error(404)
  return municipality
}

/** The same with all else that its page shows; too much for one question. */
export async function wholeMunicipality(slug: string, asOf: string | null) {
  const [structure, parts] = await Promise.all([
    municipalityStructure(slug, asOf),
    askOpenDoor(PortalExport_Parts, { ...municipalityNamed(slug), asOf }),
  ])
  return { ...structure, ...parts.municipality }
}

/** One body's structure for export. Answers 404 when there is none. */
export async function bodyStructure(municipality: string, slug: string, asOf: string | null) {
  const { body } = await askOpenDoor(PortalExport_Body, { municipality, slug, asOf })
  if (!body) error(404)
  return body
}

/** An area's structure for export: the bodies that cover it or what it is a part of. Answers 404 when there is no such area. */
export async function areaStructure(municipality: string, slug: string, asOf: string | null) {
  const ask = (of: string) => askOpenDoor(PortalExport_Area, { municipality, slug: of, asOf })
  const { area } = await ask(slug)
  if (!area) error(404)
  const wholes = await Promise.all(area.wholes.map((whole) => ask(whole.slug)))
  const covering = [area, ...wholes.map((whole) => whole.area)].flatMap((one) => one?.bodies ?? [])
  const bodies = [...new Map(covering.map(({ body }) => [body.id, body])).values()]
  return { ...area, bodies }
}
