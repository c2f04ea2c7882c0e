import { capitalised, labels, m, sayNumber } from '@samrad/i18n'
import { graphql, type ResultOf } from '@samrad/schema/admin'
import { choices } from './choices'
import { DeskPeriod, DeskSource, fieldsOf, type DeskNoun } from './noun'

const DeskArea = graphql(
  `
    query DeskArea($municipality: String!, $slug: String!, $asOf: Date) {
      thing: area(municipality: $municipality, slug: $slug, asOf: $asOf) {
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
        nameVariants
        kind
        parts {
          id
          name
          visibility
        }
        servedBy {
          organisation {
            id
            name
            visibility
          }
          isBorderEqual
        }
        populations {
          countedOn
          count
          wording
        }
      }
    }
  `,
  [DeskPeriod, DeskSource],
)
type Data = NonNullable<ResultOf<typeof DeskArea>['thing']>

const Desk_Areas = graphql(`
  query Desk_Areas($slug: String!) {
    municipality(slug: $slug) {
      things: areas {
        id
        slug
        name
        visibility
        municipality {
          slug
        }
        kind
        populations {
          count
        }
        bodies {
          body {
            id
          }
        }
      }
    }
  }
`)
type Row = NonNullable<ResultOf<typeof Desk_Areas>['municipality']>['things'][number]

const yesNo = () => [
  { value: 'true', label: capitalised(m.yes()) },
  { value: 'false', label: capitalised(m.no()) },
]

export const area: DeskNoun = {
  path: 'omraade',
  type: 'Area',
  input: 'AreaState',
  words: { many: m.areas, new: m.area_new, lead: m.area_create_lead, none: m.areas_none_desk },
  fields: fieldsOf<Data>()(
    { name: 'name', kind: 'text', label: m.name, maxlength: 200, isRequired: true },
    { name: 'kind', kind: 'one', label: m.area_kind, options: () => choices(labels.areaKind), empty: 'OTHER' },
    { name: 'nameVariants', kind: 'lines', label: m.also_written, help: m.one_a_line, rows: 2 },
    {
      name: 'parts',
      kind: 'many',
      label: m.area_consists_of,
      options: ({ areas }) => areas.map(({ id, name }) => ({ value: id, label: name })),
      from: ({ parts }) => parts.map(({ id }) => id),
    },
    {
      name: 'servedBy',
      kind: 'rows',
      label: m.area_police,
      one: m.service_one,
      fields: [
        { name: 'organisation', kind: 'organisation', label: m.organisation, isRequired: true },
        { name: 'isBorderEqual', kind: 'one', label: m.service_border, options: yesNo },
      ],
    },
    {
      name: 'populations',
      kind: 'rows',
      label: m.population,
      one: m.population_one,
      fields: [
        { name: 'countedOn', kind: 'date', label: m.population_day, isRequired: true },
        { name: 'count', kind: 'number', label: m.population_persons, isRequired: true },
        { name: 'wording', kind: 'text', label: m.cadence_wording, maxlength: 500 },
      ],
    },
  ),
  one: DeskArea,
  all: Desk_Areas,
  columns: [
    { label: m.area_kind, say: ({ kind }: Row) => capitalised(labels.areaKind[kind]()) },
    {
      label: m.population,
      say: ({ populations: [latest] }: Row) => (latest ? sayNumber(latest.count) : ''),
    },
    { label: m.bodies_desk, say: ({ bodies }: Row) => String(bodies.length) },
  ],
  isOnPortal: true,
}
