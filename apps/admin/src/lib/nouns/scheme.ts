import { capitalised, labels, m, sayList } from '@samrad/i18n'
import { graphql, type ResultOf } from '@samrad/schema/admin'
import { DeskParty, partyName, type Party } from '../form/party'
import { DeskPeriod, DeskSource, fieldsOf, type DeskNoun } from './noun'

const DeskScheme = graphql(
  `
    query DeskScheme($municipality: String!, $slug: String!, $asOf: Date) {
      thing: scheme(municipality: $municipality, slug: $slug, asOf: $asOf) {
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
        summary
        municipalities {
          municipality {
            slug
            name
            number
          }
        }
        levels {
          id
          name
          isOperative
        }
        targetGroups {
          title
          ages {
            from
            to
            orTo
            isUnlimited
            wording
          }
        }
        partnerships {
          organisation {
            id
            name
            visibility
          }
        }
        events {
          kind
          title
          reference
          period {
            from
            fromIs
          }
        }
        allAgreements {
          title
          signedOn
          parties {
            ...DeskParty
          }
          period {
            from
            fromIs
            to
            toIs
          }
        }
      }
    }
  `,
  [DeskParty, DeskPeriod, DeskSource],
)
type Data = NonNullable<ResultOf<typeof DeskScheme>['thing']>
type Dated = { period: { from: string | null; fromIs: string | null; to: string | null; toIs: string | null } }

const Desk_Schemes = graphql(`
  query Desk_Schemes($slug: String!) {
    municipality(slug: $slug) {
      things: schemes {
        id
        slug
        name
        visibility
        municipality {
          slug
        }
        levels {
          name
        }
        municipalities {
          municipality {
            name
          }
        }
      }
    }
  }
`)
type Row = NonNullable<ResultOf<typeof Desk_Schemes>['municipality']>['things'][number]

const from = ({ period }: Dated) => ({ on: period.from, is: period.fromIs })
const to = ({ period }: Dated) => ({ on: period.to, is: period.toIs })

export const scheme: DeskNoun = {
  path: 'ordning',
  type: 'Scheme',
  input: 'SchemeState',
  words: { many: m.schemes, new: m.scheme_new, lead: m.scheme_create_lead, none: m.schemes_none_desk },
  fields: fieldsOf<Data>()(
    { name: 'name', kind: 'text', label: m.name, maxlength: 200, isRequired: true },
    { name: 'summary', kind: 'text', label: m.body_summary, rows: 4, maxlength: 5000 },
    {
      name: 'municipalities',
      kind: 'municipalities',
      label: m.other_municipalities,
      help: m.other_municipalities_help,
      from: ({ municipalities, municipality: home }) =>
        municipalities.flatMap(({ municipality }) => (municipality.slug === home.slug ? [] : [municipality])),
    },
    {
      name: 'levels',
      kind: 'rows',
      label: m.levels,
      help: m.levels_help,
      one: m.level_one,
      fields: [
        { name: 'name', kind: 'text', label: m.level_name, maxlength: 200, isRequired: true },
        { name: 'isOperative', kind: 'flag', label: m.level_operative, empty: true },
        { name: 'id', kind: 'hidden', label: m.name },
      ],
    },
    {
      name: 'targetGroups',
      kind: 'rows',
      label: m.target_groups,
      one: m.target_group_one,
      fields: [
        { name: 'title', kind: 'text', label: m.target_group_title, maxlength: 500, isRequired: true },
        { name: 'ages', kind: 'ages', label: m.body_ages },
      ],
    },
    {
      name: 'partnerships',
      kind: 'organisations',
      label: m.partners,
      from: ({ partnerships }) => partnerships.map(({ organisation }) => organisation),
    },
    {
      name: 'events',
      kind: 'rows',
      label: m.timeline,
      one: m.event_one,
      fields: [
        {
          name: 'kind',
          kind: 'one',
          label: m.event_kind,
          empty: 'ADOPTED',
          options: () =>
            Object.entries(labels.schemeEvent).map(([value, say]) => ({ value, label: capitalised(say()) })),
        },
        { name: 'title', kind: 'text', label: m.event_title, maxlength: 500, isRequired: true },
        { name: 'on', kind: 'day', label: m.event_day, from },
        { name: 'reference', kind: 'text', label: m.event_reference, maxlength: 200 },
      ],
    },
    {
      name: 'agreements',
      kind: 'rows',
      label: m.agreements,
      help: m.parties_help,
      one: m.agreement_one,
      from: ({ allAgreements }) => allAgreements,
      fields: [
        { name: 'title', kind: 'text', label: m.agreement_title, maxlength: 500, isRequired: true },
        { name: 'signedOn', kind: 'date', label: m.agreement_signed_on },
        { name: 'from', kind: 'day', label: m.holds_from, from },
        { name: 'to', kind: 'day', label: m.holds_until, from: to },
        {
          name: 'parties',
          kind: 'parties',
          label: m.agreement_parties,
          from: ({ parties }: { parties: Party[] }) => parties.map(partyName),
        },
      ],
    },
  ),
  one: DeskScheme,
  all: Desk_Schemes,
  columns: [
    { label: m.levels, say: ({ levels }: Row) => sayList(levels.map(({ name }) => name)) },
    {
      label: m.municipalities,
      say: ({ municipalities }: Row) => sayList(municipalities.map(({ municipality }) => municipality.name)),
    },
  ],
}
