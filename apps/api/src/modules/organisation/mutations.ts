import { OrganisationRules } from '@samrad/schema'
import { builder } from '../../builder.ts'
import { days, daysOf, eachOf, KnownDay } from '../../register/inputs.ts'
import { defineActs } from '../../register/mutations.ts'
import { said } from '../../register/said.ts'
import { Organisation, OrganisationKind } from './organisation.ts'

const ServiceInput = builder.inputType('ServiceInput', {
  description: 'That an organisation serves an area.',
  fields: (t) => ({
    area: t.globalID({ description: 'Which.', required: true }),
    isBorderEqual: t.boolean({ description: 'Whether it serves exactly that area; left out when not known.' }),
  }),
})

const SuccessorInput = builder.inputType('SuccessorInput', {
  description: 'That another organisation went on with its work.',
  fields: (t) => ({
    organisation: t.globalID({ description: 'Which.', required: true }),
    on: t.field({ description: 'When.', type: KnownDay }),
  }),
})

const OrganisationState = builder.inputType('OrganisationState', {
  description:
    'What an organisation is. Fields that are left out stay as they are; null empties them. Lists are given whole.',
  fields: (t) => ({
    name: t.string({ description: 'Its name.' }),
    shortName: t.string({ description: 'A short form of the name.' }),
    kind: t.field({ description: 'What it is.', type: OrganisationKind }),
    parents: t.globalIDList({ description: 'What it is a part of.' }),
    areas: t.field({ description: 'The areas it serves.', type: [ServiceInput] }),
    successors: t.field({ description: 'Who went on with its work.', type: [SuccessorInput] }),
  }),
})

defineActs<typeof OrganisationState.$inferInput>({
  model: 'Organisation',
  owner: 'organisationId',
  parts: {
    versions: { model: 'OrganisationVersion', columns: ['kind', 'name', 'shortName'], key: [] },
    parents: {
      model: 'OrganisationParent',
      columns: ['parentId'],
      key: ['parentId'],
      otherEnd: { column: 'parentId', factColumn: 'otherOrganisationId' },
    },
    areas: {
      model: 'OrganisationArea',
      columns: ['areaId', 'isBorderEqual'],
      key: ['areaId'],
      otherEnd: { column: 'areaId', factColumn: 'areaId' },
    },
    successors: {
      model: 'OrganisationSuccession',
      columns: ['successorId', ...days],
      key: ['successorId'],
      owner: 'predecessorId',
      otherEnd: { column: 'successorId', factColumn: 'otherOrganisationId' },
      time: 'own',
    },
  },
  one: 'an organisation',
  ref: Organisation,
  input: OrganisationState,
  rules: OrganisationRules,
  name: 'name',
  defaults: { kind: 'other' },
  mayBeShared: true,
  stateOf: ({ name, shortName, kind, parents, areas, successors }, references) => ({
    versions: said({ name, shortName, kind }),
    parents: eachOf(parents, 'state.parents', (id, at) => ({
      columns: { parentId: references.idOf('Organisation', id, at) },
    })),
    areas: eachOf(areas, 'state.areas', ({ area, isBorderEqual }, at) => ({
      columns: { areaId: references.idOf('Area', area, `${at}.area`), isBorderEqual: isBorderEqual ?? null },
    })),
    successors: eachOf(successors, 'state.successors', ({ organisation, on }, at) => ({
      columns: { successorId: references.idOf('Organisation', organisation, `${at}.organisation`), ...daysOf(on) },
    })),
  }),
})
