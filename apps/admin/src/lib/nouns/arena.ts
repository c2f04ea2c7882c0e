import { capitalised, labels, m, sayCadence } from '@samrad/i18n'
import { graphql, type ResultOf } from '@samrad/schema/admin'
import { DeskCadence } from '../form/cadence'
import { DeskParty, partyName, type Party } from '../form/party'
import { choices } from './choices'
import { DeskPeriod, DeskSource, fieldsOf, type DeskNoun } from './noun'

const DeskArena = graphql(
  `
    query DeskArena($municipality: String!, $slug: String!, $asOf: Date) {
      thing: arena(municipality: $municipality, slug: $slug, asOf: $asOf) {
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
        number
        state
        place
        isRotating
        content
        cadence {
          ...DeskCadence
        }
        areas {
          area {
            id
            name
            visibility
          }
        }
        responsible {
          parties {
            ...DeskParty
          }
        }
        participants {
          isOnDemand
          parties {
            ...DeskParty
          }
        }
      }
    }
  `,
  [DeskCadence, DeskParty, DeskPeriod, DeskSource],
)
type Data = NonNullable<ResultOf<typeof DeskArena>['thing']>

const Desk_Arenas = graphql(
  `
    query Desk_Arenas($slug: String!) {
      municipality(slug: $slug) {
        things: arenas {
          id
          slug
          name: title
          visibility
          municipality {
            slug
          }
          number
          state
          cadence {
            ...DeskCadence
          }
        }
      }
    }
  `,
  [DeskCadence],
)
type Row = NonNullable<ResultOf<typeof Desk_Arenas>['municipality']>['things'][number]

const parties = ({ parties: some }: { parties: Party[] }) => some.map(partyName)

export const arena: DeskNoun = {
  path: 'arena',
  type: 'Arena',
  input: 'ArenaInput',
  words: { many: m.arenas, new: m.arena_new, lead: m.arena_create_lead, none: m.arenas_none_desk },
  fields: fieldsOf<Data>()(
    { name: 'title', kind: 'text', label: m.name, maxlength: 200, isRequired: true, from: ({ name }) => name },
    { name: 'number', kind: 'number', label: m.number },
    { name: 'state', kind: 'one', label: m.state, options: () => choices(labels.arenaState), empty: 'ESTABLISHED' },
    { name: 'content', kind: 'text', label: m.arena_content, rows: 4, maxlength: 5000 },
    { name: 'cadence', kind: 'cadence', label: m.cadence_kind },
    { name: 'place', kind: 'text', label: m.place, maxlength: 500 },
    { name: 'isRotating', kind: 'flag', label: m.arena_rotates },
    {
      name: 'areas',
      kind: 'many',
      label: m.body_areas,
      help: m.body_areas_help,
      options: ({ areas }) => areas.map(({ id, name }) => ({ value: id, label: name })),
      from: ({ areas }) => areas.map(({ area }) => area.id),
    },
    {
      name: 'responsible',
      kind: 'rows',
      label: m.responsible,
      help: m.parties_help,
      one: m.responsible_one,
      fields: [{ name: 'parties', kind: 'parties', label: m.responsible, from: parties }],
    },
    {
      name: 'participants',
      kind: 'rows',
      label: m.participants,
      help: m.parties_help,
      one: m.participant_one,
      fields: [
        { name: 'parties', kind: 'parties', label: m.participants, from: parties },
        { name: 'isOnDemand', kind: 'flag', label: m.participant_on_demand },
      ],
    },
  ),
  one: DeskArena,
  all: Desk_Arenas,
  columns: [
    { label: m.number, say: ({ number }: Row) => (number === null ? '' : String(number)) },
    { label: m.state, say: ({ state }: Row) => capitalised(labels.arenaState[state]()) },
    { label: m.cadence_kind, say: ({ cadence }: Row) => (cadence ? sayCadence(cadence) : '') },
  ],
}
