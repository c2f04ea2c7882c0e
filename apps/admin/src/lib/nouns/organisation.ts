import { capitalised, labels, m, sayList } from '@samrad/i18n'
import { graphql, type ResultOf } from '@samrad/schema/admin'
import { choices } from './choices'
import { DeskPeriod, DeskSource, fieldsOf, type DeskNoun } from './noun'

const DeskOrganisation = graphql(
  `
    query DeskOrganisation($municipality: String, $slug: String!, $asOf: Date) {
      thing: organisation(municipality: $municipality, slug: $slug, asOf: $asOf) {
        id
        slug
        version
        visibility
        rights
        language
        period {
          ...DeskPeriod
        }
        municipality {
          slug
          name
        }
        sources {
          ...DeskSource
        }
        name
        shortName
        kind
        parents {
          id
          name
          visibility
        }
        areas {
          area {
            id
            name
            visibility
          }
          isBorderEqual
        }
        successions {
          successor {
            id
            name
            visibility
          }
          period {
            from
            fromIs
          }
        }
      }
    }
  `,
  [DeskPeriod, DeskSource],
)
type Data = NonNullable<ResultOf<typeof DeskOrganisation>['thing']>

const Desk_OrganisationsOf = graphql(`
  query Desk_OrganisationsOf($slug: String!) {
    municipality(slug: $slug) {
      things: organisations {
        id
        slug
        name
        visibility
        municipality {
          slug
        }
        kind
        parents {
          name
        }
      }
    }
  }
`)
type Row = NonNullable<ResultOf<typeof Desk_OrganisationsOf>['municipality']>['things'][number]

export const organisation: DeskNoun = {
  path: 'virksomhet',
  type: 'Organisation',
  input: 'OrganisationState',
  words: {
    many: m.organisations_desk,
    new: m.organisation_new_desk,
    lead: m.organisation_create_lead,
    none: m.organisations_none_desk,
  },
  fields: fieldsOf<Data>()(
    { name: 'name', kind: 'text', label: m.name, maxlength: 200, isRequired: true },
    { name: 'shortName', kind: 'text', label: m.body_short_name, maxlength: 40 },
    {
      name: 'kind',
      kind: 'one',
      label: m.organisation_kind_desk,
      options: () => choices(labels.organisationKind),
      empty: 'MUNICIPAL',
    },
    { name: 'parents', kind: 'organisations', label: m.area_part_of },
    {
      name: 'areas',
      kind: 'rows',
      label: m.covers_areas,
      one: m.covered_one,
      fields: [
        {
          name: 'area',
          kind: 'one',
          label: m.area,
          isRequired: true,
          options: ({ areas }) => areas.map(({ id, name }) => ({ value: id, label: name })),
          from: ({ area }: { area: { id: string } }) => area.id,
        },
        {
          name: 'isBorderEqual',
          kind: 'one',
          label: m.service_border,
          options: () => [
            { value: 'true', label: capitalised(m.yes()) },
            { value: 'false', label: capitalised(m.no()) },
          ],
        },
      ],
    },
    {
      name: 'successors',
      kind: 'rows',
      label: m.successors,
      one: m.successor_one,
      from: ({ successions }) => successions,
      fields: [
        {
          name: 'organisation',
          kind: 'organisation',
          label: m.name,
          isRequired: true,
          from: ({ successor }: { successor: object }) => successor,
        },
        {
          name: 'on',
          kind: 'day',
          label: m.successor_on,
          from: ({ period: { from, fromIs } }: { period: { from: string | null; fromIs: string | null } }) => ({
            on: from,
            is: fromIs,
          }),
        },
      ],
    },
  ),
  one: DeskOrganisation,
  all: Desk_OrganisationsOf,
  columns: [
    { label: m.organisation_kind_desk, say: ({ kind }: Row) => capitalised(labels.organisationKind[kind]()) },
    { label: m.area_part_of, say: ({ parents }: Row) => sayList(parents.map(({ name }) => name)) },
  ],
}
