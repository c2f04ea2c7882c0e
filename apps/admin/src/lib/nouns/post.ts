import { m, sayList } from '@samrad/i18n'
import { graphql, type ResultOf } from '@samrad/schema/admin'
import { DeskParty, partyName, type Party } from '../form/party'
import { DeskPeriod, DeskSource, fieldsOf, type DeskNoun } from './noun'

const DeskPost = graphql(
  `
    query DeskPost($municipality: String!, $slug: String!, $asOf: Date) {
      thing: coordinatorPost(municipality: $municipality, slug: $slug, asOf: $asOf) {
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
        name: title
        percent
        summary
        ages {
          from
          to
          orTo
          isUnlimited
          wording
        }
        municipalities {
          slug
          name
          number
        }
        reportsTo {
          parties {
            ...DeskParty
          }
        }
        portfolio {
          level
          text
        }
      }
    }
  `,
  [DeskParty, DeskPeriod, DeskSource],
)
type Data = NonNullable<ResultOf<typeof DeskPost>['thing']>

const Desk_Posts = graphql(`
  query Desk_Posts($slug: String!) {
    municipality(slug: $slug) {
      things: coordinatorPosts {
        id
        slug
        name: title
        visibility
        municipality {
          slug
        }
        percent
        municipalities {
          name
        }
      }
    }
  }
`)
type Row = NonNullable<ResultOf<typeof Desk_Posts>['municipality']>['things'][number]

export const post: DeskNoun = {
  path: 'stilling',
  type: 'CoordinatorPost',
  input: 'CoordinatorPostState',
  words: { many: m.coordinator_posts, new: m.post_new, lead: m.post_create_lead, none: m.posts_none_desk },
  fields: fieldsOf<Data>()(
    {
      name: 'title',
      kind: 'text',
      label: m.post_title,
      help: m.post_title_help,
      maxlength: 200,
      isRequired: true,
      from: ({ name }) => name,
    },
    { name: 'percent', kind: 'number', label: m.post_percent },
    { name: 'summary', kind: 'text', label: m.body_summary, rows: 4, maxlength: 5000 },
    {
      name: 'municipalities',
      kind: 'municipalities',
      label: m.other_municipalities,
      help: m.other_municipalities_help,
      from: ({ municipalities, municipality: home }) => municipalities.filter(({ slug }) => slug !== home.slug),
    },
    {
      name: 'reportsTo',
      kind: 'rows',
      label: m.body_reports_to,
      help: m.parties_help,
      one: m.body_reporting_one,
      fields: [
        {
          name: 'parties',
          kind: 'parties',
          label: m.body_reports_to,
          from: ({ parties }: { parties: Party[] }) => parties.map(partyName),
        },
      ],
    },
    { name: 'portfolio', kind: 'outline', label: m.portfolio, help: m.portfolio_help, rows: 8 },
    { name: 'ages', kind: 'ages', label: m.body_ages },
  ),
  one: DeskPost,
  all: Desk_Posts,
  columns: [
    { label: m.post_percent, say: ({ percent }: Row) => (percent === null ? '' : String(percent)) },
    { label: m.municipalities, say: ({ municipalities }: Row) => sayList(municipalities.map(({ name }) => name)) },
  ],
}
