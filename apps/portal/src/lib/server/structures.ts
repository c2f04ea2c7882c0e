import { error } from '@sveltejs/kit'
import { graphql } from '@samrad/schema/open'
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

/** A municipality's structure for export. Answers 404 when there is none. */
export async function municipalityStructure(slug: string, asOf: string | null) {
  const { municipality } = await askOpenDoor(PortalExport_Municipality, { ...municipalityNamed(slug), asOf })
  if (!municipality) error(404)
  return municipality
}

/** One body's structure for export. Answers 404 when there is none. */
export async function bodyStructure(municipality: string, slug: string, asOf: string | null) {
  const { body } = await askOpenDoor(PortalExport_Body, { municipality, slug, asOf })
  if (!body) error(404)
  return body
}
