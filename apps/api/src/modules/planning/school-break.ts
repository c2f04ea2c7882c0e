import { newId } from '@samrad/db'
import { faultsOf, SchoolBreakRules } from '@samrad/schema'
import { builder, open } from '../../builder.ts'
import { badInput } from '../../errors.ts'
import { municipalityIdOf } from '../../named.ts'
import { act, assertMay, notFound } from '../../register/acts.ts'
import { assertYear, firstDayOf } from '../../years.ts'
import { Municipality } from '../municipality/municipality.ts'

export const SchoolBreak = builder.prismaNode('SchoolBreak', {
  ...open('Days on which the schools of a municipality are closed, as the municipality says.'),
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name', open('What it is called: «Høstferie».')),
    from: t.expose('fromOn', { ...open('Its first day.'), type: 'Date' }),
    until: t.expose('untilOn', { ...open('Its last day.'), type: 'Date' }),
  }),
})

builder.prismaObjectField(Municipality, 'schoolBreaks', (t) =>
  t.field({
    ...open('When its schools are closed, the earliest first; empty when nobody said.'),
    type: [SchoolBreak],
    args: { year: t.arg.int({ ...open('Only those with days in this year, 1990 to 2100.') }) },
    select: ({ year }, _context, nested) => ({
      schoolBreaks: nested({
        where: year == null ? {} : { fromOn: { lt: firstDayOf(year + 1) }, untilOn: { gte: firstDayOf(year) } },
        orderBy: [{ fromOn: 'asc' }, { id: 'asc' }],
      }),
    }),
    resolve: ({ schoolBreaks }, { year }) => {
      if (year != null) assertYear(year)
      return schoolBreaks
    },
  }),
)

const SchoolBreakInput = builder.inputType('SchoolBreakInput', {
  description: 'Days on which schools are closed.',
  fields: (t) => ({
    name: t.string({ description: 'What it is called: «Høstferie».', required: true }),
    from: t.field({ description: 'Its first day.', type: 'Date', required: true }),
    until: t.field({ description: 'Its last day; the first when left out.', type: 'Date' }),
  }),
})

builder.mutationField('addSchoolBreak', (t) =>
  t.prismaField({
    description: 'Says that the schools of a municipality are closed on some days.',
    authScopes: { can: 'register:keep' },
    type: SchoolBreak,
    args: {
      municipality: t.arg.string({ description: 'Slug or number.', required: true }),
      schoolBreak: t.arg({ description: 'When, and what it is called.', type: SchoolBreakInput, required: true }),
    },
    resolve: async (query, _root, { municipality, schoolBreak: { name, from, until } }, context) => {
      const { db, asOf } = context
      const municipalityId = await municipalityIdOf(db, municipality, asOf)
      assertMay(context, 'register:keep', { home: municipalityId })
      const faults: Record<string, string> = { ...faultsOf(SchoolBreakRules, { name }) }
      const last = until ?? from
      if (last < from) faults['until'] = 'ends_before'
      if (last.getTime() - from.getTime() > 100 * 86_400_000) faults['until'] = 'too_long'
      if (Object.keys(faults).length)
        throw badInput(
          Object.fromEntries(Object.entries(faults).map(([field, fault]) => [`schoolBreak.${field}`, fault])),
        )
      const id = newId()
      const data = { id, municipalityId, name: name.trim(), fromOn: from, untilOn: last }
      await act(context, { kind: 'create', noun: 'SchoolBreak', objectId: id, municipalityId }, () =>
        db.schoolBreak.createMany({ data: [data] }),
      )
      return db.schoolBreak.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('removeSchoolBreak', (t) =>
  t.boolean({
    description: 'Says that the schools are not closed on those days after all.',
    authScopes: { can: 'register:keep' },
    args: { id: t.arg.globalID({ description: 'Id of the break.', required: true, for: SchoolBreak }) },
    resolve: async (_root, { id: { id } }, context) => {
      const { db } = context
      const found = await db.schoolBreak.findUnique({ where: { id }, select: { municipalityId: true } })
      if (!found) throw notFound()
      const { municipalityId } = found
      assertMay(context, 'register:keep', { home: municipalityId })
      await act(context, { kind: 'remove', noun: 'SchoolBreak', objectId: id, municipalityId }, () =>
        db.schoolBreak.deleteMany({ where: { id } }),
      )
      return true
    },
  }),
)
