import { AreaRules } from '@samrad/schema'
import { builder } from '../../builder.ts'
import { eachOf } from '../../register/inputs.ts'
import { defineActs } from '../../register/mutations.ts'
import { said } from '../../register/said.ts'
import { Area, AreaKind } from './area.ts'

const AreaServiceInput = builder.inputType('AreaServiceInput', {
  description: 'That an organisation serves an area.',
  fields: (t) => ({
    organisation: t.globalID({ description: 'Which.', required: true }),
    isBorderEqual: t.boolean({ description: 'Whether it serves exactly that area; left out when not known.' }),
  }),
})

const PopulationInput = builder.inputType('PopulationInput', {
  description: 'How many lived in an area on a day.',
  fields: (t) => ({
    countedOn: t.field({ description: 'The day of the count.', type: 'Date', required: true }),
    count: t.int({ description: 'Persons.', required: true }),
    wording: t.string({ description: 'As the source says it, when that is not just the number.' }),
  }),
})

const AreaState = builder.inputType('AreaState', {
  description: 'What an area is. Fields that are left out stay as they are; null empties them. Lists are given whole.',
  fields: (t) => ({
    name: t.string({ description: 'Its name.' }),
    nameVariants: t.stringList({ description: 'Other ways in which sources write the name.' }),
    kind: t.field({ description: 'What kind of area.', type: AreaKind }),
    parts: t.globalIDList({ description: 'The areas it consists of.' }),
    servedBy: t.field({ description: 'Police units and others that serve it.', type: [AreaServiceInput] }),
    populations: t.field({ description: 'Counts of its population.', type: [PopulationInput] }),
  }),
})

defineActs<typeof AreaState.$inferInput>({
  model: 'Area',
  owner: 'areaId',
  parts: {
    versions: { model: 'AreaVersion', columns: ['kind', 'name', 'nameVariants'], key: [] },
    parts: {
      model: 'AreaPart',
      columns: ['partId'],
      key: ['partId'],
      owner: 'wholeId',
      otherEnd: { column: 'partId', factColumn: 'otherAreaId' },
    },
    servedBy: {
      model: 'OrganisationArea',
      columns: ['organisationId', 'isBorderEqual'],
      key: ['organisationId'],
      otherEnd: { column: 'organisationId', factColumn: 'organisationId' },
    },
    populations: {
      model: 'PopulationCount',
      columns: ['countedOn', 'count', 'wording'],
      key: ['countedOn'],
      time: 'none',
    },
  },
  one: 'an area',
  ref: Area,
  input: AreaState,
  rules: AreaRules,
  name: 'name',
  defaults: { kind: 'other', nameVariants: [] },
  stateOf: ({ name, nameVariants, kind, parts, servedBy, populations }, references) => ({
    versions: said({ name, nameVariants, kind }),
    parts: eachOf(parts, 'state.parts', (id, at) => ({ columns: { partId: references.idOf('Area', id, at) } })),
    servedBy: eachOf(servedBy, 'state.servedBy', ({ organisation, isBorderEqual }, at) => ({
      columns: {
        organisationId: references.idOf('Organisation', organisation, `${at}.organisation`),
        isBorderEqual: isBorderEqual ?? null,
      },
    })),
    populations: populations?.map(({ countedOn, count, wording }) => ({
      columns: { countedOn, count, wording: wording?.trim() || null },
    })),
  }),
})
