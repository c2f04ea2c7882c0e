import { builder, open } from '../../builder.ts'
import { factFields } from '../../fact-fields.ts'
import { dated, inVersion, ofVersion, versionAt } from '../../in-force.ts'
import { RightName } from '../account/right.ts'
import { rightsIn } from '../../auth/viewer.ts'
import { Period, periodColumns } from '../../period.ts'
import { sortedByName } from '../../sorting.ts'

export const MunicipalityNumber = builder.prismaObject('MunicipalityVersion', {
  ...open(
    'A municipality number with the name and county that went with it, for as long as all were the same. Source: SSB Klass.',
  ),
  name: 'MunicipalityNumber',
  select: { id: true },
  fields: (t) => ({
    number: t.exposeString('number', open('Four characters, leading zero kept.')),
    name: t.exposeString('name', open('Name of the municipality in this period.')),
    countyNumber: t.exposeString('countyNumber', {
      ...open('Number of the county, null when unknown or abroad.'),
      nullable: true,
    }),
    countyName: t.exposeString('countyName', {
      ...open('Name of the county in this period, null when unknown or abroad.'),
      nullable: true,
    }),
    ...factFields(t),
  }),
})

const WrittenForm = builder.enumType('WrittenForm', {
  ...open('The form of Norwegian a municipality has adopted.'),
  values: {
    NB: { value: 'nb', description: 'Bokmål.' },
    NN: { value: 'nn', description: 'Nynorsk.' },
    NEUTRAL: { value: 'neutral', description: 'Neither is required.' },
  },
})

export const Municipality = builder.prismaNode('Municipality', {
  ...open('A municipality (kommune). It stays the same when its number or name changes.'),
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    slug: t.exposeString('slug', open('Its permanent part of an address, such as `baerum`.')),
    country: t.exposeString('country', open('ISO 3166-1 code of two letters: NO, SE …')),
    number: t.string({
      ...open('Municipality number as of the date. Four characters, leading zero kept.'),
      ...ofVersion('number'),
    }),
    name: t.string({
      ...open('Name as of the date.'),
      ...ofVersion('name'),
    }),
    parallelNames: t.stringList({
      ...open('All official names where there are several, such as Trondheim and Tråante; else empty.'),
      ...ofVersion('parallelNames'),
    }),
    countyNumber: t.string({
      ...open('Number of its county as of the date; null abroad.'),
      nullable: true,
      ...ofVersion('countyNumber'),
    }),
    countyName: t.string({
      ...open('Name of its county as of the date; null abroad.'),
      nullable: true,
      ...ofVersion('countyName'),
    }),
    writtenForm: t.field({
      ...open('The form of Norwegian it has adopted; null when not known.'),
      type: WrittenForm,
      nullable: true,
      ...ofVersion('writtenForm'),
    }),
    period: t.field({
      ...open('When the municipality existed.'),
      type: Period,
      select: periodColumns,
      resolve: (row) => row,
    }),
    numbers: t.field({
      ...open('All its numbers through time, oldest first.'),
      type: [MunicipalityNumber],
      select: (_args, _context, nested) => ({ versions: nested({ select: dated }) }),
      resolve: ({ versions }) =>
        versions.toSorted((a, b) => (a.validFrom?.getTime() ?? 0) - (b.validFrom?.getTime() ?? 0)),
    }),
    rights: t.field({
      description: 'What you may do in its register.',
      type: [RightName],
      select: { id: true },
      resolve: ({ id: home }, _args, { viewer }) => rightsIn(viewer, { home }),
    }),
  }),
})

builder.prismaObjectField(Municipality, 'neighbours', (t) =>
  t.field({
    ...open(
      'Municipalities it shares a land border with, computed from the borders of 2024 (Kartverket), and those abroad that a source names.',
    ),
    type: [Municipality],
    complexity: { multiplier: 8 },
    select: (_args, _context, nested) => ({
      neighbours: { select: { neighbour: nested({ select: inVersion('name') }) } },
    }),
    resolve: ({ neighbours }, _args, { asOf }) =>
      sortedByName(
        neighbours.map(({ neighbour }) => neighbour),
        ({ versions }) => versionAt(versions, asOf).name,
      ),
  }),
)
