import type { Cadence as CadenceValue } from '@samrad/schema'
import { builder, open } from '../../builder.ts'
import { Cadence } from '../../cadence.ts'
import { factFields, versionedFields } from '../../fact-fields.ts'
import { held, inVersion, ofVersion, versionAt } from '../../in-force.ts'
import { keptFields } from '../../kept-fields.ts'
import { partiesField } from '../../parties-field.ts'
import { ArenaCoverage } from '../area/area.ts'

export const ArenaState = builder.enumType('ArenaState', {
  ...open('How far an arena has come.'),
  values: {
    WISHED: { value: 'wished', description: 'Wished for, not established.' },
    ESTABLISHED: { value: 'established', description: 'Established.' },
    ENDED: { value: 'ended', description: 'Ended.' },
  },
})

const ArenaParticipant = builder.prismaObject('ArenaParticipant', {
  ...open('Who takes part in an arena.'),
  select: { id: true },
  fields: (t) => ({
    isOnDemand: t.exposeBoolean('isOnDemand', open('Whether they are called in only when there is need.')),
    parties: partiesField(t, 'Who.'),
    ...factFields(t),
  }),
})

const ArenaResponsibility = builder.prismaObject('ArenaResponsibility', {
  ...open('Who answers for an arena.'),
  select: { id: true },
  fields: (t) => ({ parties: partiesField(t, 'Who, one or more together.'), ...factFields(t) }),
})

const ArenaVersion = builder.prismaObject('ArenaVersion', {
  ...open('What an arena was called and how far it had come, for as long as both were the same.'),
  select: { id: true },
  fields: (t) => ({
    title: t.exposeString('title', open('Its title.')),
    state: t.expose('state', { ...open('How far it had come.'), type: ArenaState }),
    ...factFields(t),
  }),
})

export const Arena = builder.prismaNode('Arena', {
  ...open('A place where services meet outside the councils (samarbeidsarena).'),
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    slug: t.exposeString('slug', open('Its key, unique within its home municipality.')),
    number: t.int({
      ...open('Its number in the source; null when it has none.'),
      nullable: true,
      ...ofVersion('number'),
    }),
    title: t.string({
      ...open('Title as of the date.'),
      ...ofVersion('title'),
    }),
    state: t.field({
      ...open('How far it has come on the date.'),
      type: ArenaState,
      ...ofVersion('state'),
    }),
    cadence: t.field({
      ...open('How often it meets; null when not known.'),
      type: Cadence,
      nullable: true,
      select: inVersion('cadence'),
      resolve: ({ versions }, _args, { asOf }) => versionAt(versions, asOf).cadence as CadenceValue | null,
    }),
    place: t.string({
      ...open('Where it meets; null when not known.'),
      nullable: true,
      ...ofVersion('place'),
    }),
    isRotating: t.boolean({
      ...open('Whether the place may rotate; null when nothing is said.'),
      nullable: true,
      ...ofVersion('isRotating'),
    }),
    content: t.string({
      ...open('What it is about; null when nothing is said.'),
      nullable: true,
      ...ofVersion('content'),
    }),
    municipality: t.relation('homeMunicipality', open('Its home municipality.')),
    areas: t.field({
      ...open('The areas it covers on the date.'),
      type: [ArenaCoverage],
      ...held('areas'),
    }),
    responsible: t.field({
      ...open('Who answers for it on the date.'),
      type: [ArenaResponsibility],
      ...held('responsibles'),
    }),
    participants: t.field({
      ...open('Who takes part on the date.'),
      type: [ArenaParticipant],
      ...held('participants', { orderBy: { position: 'asc' } }),
    }),
    versions: t.relation('versions', { ...open('Its forms through time, whatever the date.'), type: ArenaVersion }),
    ...versionedFields(t),
    ...keptFields(t),
  }),
})
