import { ArenaRules } from '@samrad/schema'
import { builder } from '../../builder.ts'
import { CadenceInput } from '../../cadence.ts'
import { checkedCadence } from '../../register/checked.ts'
import { eachOf, partiesOf, PartyInput } from '../../register/inputs.ts'
import { defineActs } from '../../register/mutations.ts'
import { participationsOf } from '../../register/participations.ts'
import { said } from '../../register/said.ts'
import { Arena, ArenaState } from './arena.ts'

const ArenaResponsibilityInput = builder.inputType('ArenaResponsibilityInput', {
  description: 'Who answers for an arena: one or more parties together.',
  fields: (t) => ({ parties: t.field({ description: 'Who.', type: [PartyInput], required: true }) }),
})

const ArenaParticipantInput = builder.inputType('ArenaParticipantInput', {
  description: 'Who takes part in an arena.',
  fields: (t) => ({
    parties: t.field({ description: 'Who.', type: [PartyInput], required: true }),
    isOnDemand: t.boolean({
      description: 'Whether they are called in only when there is need.',
      defaultValue: false,
    }),
  }),
})

const ArenaStateInput = builder.inputType('ArenaInput', {
  description: 'What an arena is. Fields that are left out stay as they are; null empties them. Lists are given whole.',
  fields: (t) => ({
    title: t.string({ description: 'Its title.' }),
    number: t.int({ description: 'Its number in the municipality’s own list.' }),
    state: t.field({ description: 'How far it has come.', type: ArenaState }),
    cadence: t.field({ description: 'How often it meets.', type: CadenceInput }),
    place: t.string({ description: 'Where it meets.' }),
    isRotating: t.boolean({ description: 'Whether the place may rotate.' }),
    content: t.string({ description: 'What it is about.' }),
    areas: t.globalIDList({ description: 'The areas it covers; none for the whole municipality.' }),
    municipalities: t.stringList({
      description: 'Slugs or numbers of the other municipalities that take part. The home’s to say.',
    }),
    responsible: t.field({ description: 'Who answers for it.', type: [ArenaResponsibilityInput] }),
    participants: t.field({ description: 'Who takes part, in order.', type: [ArenaParticipantInput] }),
  }),
})

defineActs<typeof ArenaStateInput.$inferInput>({
  model: 'Arena',
  owner: 'arenaId',
  parts: {
    versions: {
      model: 'ArenaVersion',
      columns: ['number', 'title', 'state', 'cadence', 'place', 'isRotating', 'content'],
      key: [],
      json: ['cadence'],
    },
    participations: { model: 'ArenaParticipation', columns: ['municipalityId'], key: ['municipalityId'] },
    areas: {
      model: 'ArenaArea',
      columns: ['areaId'],
      key: ['areaId'],
      otherEnd: { column: 'areaId', factColumn: 'areaId' },
    },
    responsible: { model: 'ArenaResponsibility', columns: [], key: [], hasParties: true, isMany: true },
    participants: {
      model: 'ArenaParticipant',
      columns: ['isOnDemand'],
      key: [],
      isOrdered: true,
      hasParties: true,
      isMany: true,
    },
  },
  one: 'an arena',
  ref: Arena,
  input: ArenaStateInput,
  rules: ArenaRules,
  name: 'title',
  defaults: { state: 'established' },
  stateOf: async (given, references, home) => {
    const { number, title, state, cadence, place, isRotating, content } = given
    const version = { number, title, state, place, isRotating, content }
    return {
      versions: said({ ...version, cadence: cadence && checkedCadence(cadence, 'state.cadence') }),
      participations: await participationsOf(given.municipalities, home),
      areas: eachOf(given.areas, 'state.areas', (id, at) => ({ columns: { areaId: references.idOf('Area', id, at) } })),
      responsible: eachOf(given.responsible, 'state.responsible', ({ parties }, at) => ({
        columns: {},
        parties: partiesOf(parties, references, `${at}.parties`),
      })),
      participants: eachOf(given.participants, 'state.participants', ({ parties, isOnDemand }, at) => ({
        columns: { isOnDemand: isOnDemand ?? false },
        parties: partiesOf(parties, references, `${at}.parties`),
      })),
    }
  },
})
