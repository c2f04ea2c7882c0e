import { validAt } from '@samrad/db'
import { builder, open } from '../../builder.ts'
import { dated, inForce, inVersion, versionAt } from '../../in-force.ts'
import { sortedByName } from '../../sorting.ts'
import { Area } from '../area/area.ts'
import { Arena } from '../arena/arena.ts'
import { Body } from '../body/body.ts'
import { FunctionKind } from '../body/relations.ts'
import { inReportingOrder } from '../body/rules.ts'
import { CoordinatorPost } from '../coordinator-post/coordinator-post.ts'
import { Organisation } from '../organisation/organisation.ts'
import { Scheme } from '../scheme/scheme.ts'
import { Municipality } from './municipality.ts'

const complexity = { multiplier: 15 }

builder.prismaObjectFields(Municipality, (t) => ({
  bodies: t.field({
    ...open('The bodies it takes part in on the date, from the top down: each followed by those that report to it.'),
    type: [Body],
    complexity,
    args: { function: t.arg({ ...open('Only bodies with this function.'), type: FunctionKind }) },
    select: (_args, { asOf }, nested) => ({
      bodies: {
        where: { ...validAt(asOf), body: validAt(asOf) },
        select: {
          body: nested({
            select: {
              ...inVersion('name'),
              functions: { select: { ...dated, kind: true } },
              reportsTo: { select: { ...dated, parentId: true } },
            },
          }),
        },
      },
    }),
    resolve: ({ bodies }, args, { asOf }) => {
      const named = sortedByName(
        bodies.map(({ body }) => body),
        ({ versions }) => versionAt(versions, asOf).name,
      )
      const ordered = inReportingOrder(named, asOf)
      return args.function
        ? ordered.filter(({ functions }) => inForce(functions, asOf).some(({ kind }) => kind === args.function))
        : ordered
    },
  }),
  areas: t.field({
    ...open('Its areas on the date: those that consist of others first, then by name.'),
    type: [Area],
    complexity,
    select: (_args, { asOf }, nested) => ({
      homeAreas: nested({ where: validAt(asOf), select: { ...inVersion('name'), parts: { select: { id: true } } } }),
    }),
    resolve: ({ homeAreas }, _args, { asOf }) => {
      const named = sortedByName(homeAreas, ({ versions }) => versionAt(versions, asOf).name)
      return named.toSorted((a, b) => Number(b.parts.length > 0) - Number(a.parts.length > 0))
    },
  }),
  schemes: t.field({
    ...open('The SLT schemes it takes part in on the date.'),
    type: [Scheme],
    select: (_args, { asOf }, nested) => ({
      schemes: { where: { ...validAt(asOf), scheme: validAt(asOf) }, select: { scheme: nested() } },
    }),
    resolve: ({ schemes }) => schemes.map(({ scheme }) => scheme),
  }),
  coordinatorPosts: t.field({
    ...open('The coordinators’ posts that serve it on the date.'),
    type: [CoordinatorPost],
    select: (_args, { asOf }, nested) => ({
      posts: {
        where: { ...validAt(asOf), post: validAt(asOf) },
        select: { post: nested({ select: inVersion('title') }) },
      },
    }),
    resolve: ({ posts }, _args, { asOf }) =>
      sortedByName(
        posts.map(({ post }) => post),
        ({ versions }) => versionAt(versions, asOf).title,
      ),
  }),
  organisations: t.field({
    ...open('The organisations that belong to it on the date.'),
    type: [Organisation],
    complexity,
    select: (_args, { asOf }, nested) => ({
      homeOrganisations: nested({ where: validAt(asOf), select: inVersion('name') }),
    }),
    resolve: ({ homeOrganisations }, _args, { asOf }) =>
      sortedByName(homeOrganisations, ({ versions }) => versionAt(versions, asOf).name),
  }),
  arenas: t.field({
    ...open('The arenas it takes part in on the date, by number where they have one.'),
    type: [Arena],
    complexity,
    select: (_args, { asOf }, nested) => ({
      arenas: {
        where: { ...validAt(asOf), arena: validAt(asOf) },
        select: { arena: nested({ select: inVersion('title', 'number') }) },
      },
    }),
    resolve: ({ arenas }, _args, { asOf }) => {
      const versionOf = ({ versions }: (typeof arenas)[number]['arena']) => versionAt(versions, asOf)
      const named = sortedByName(
        arenas.map(({ arena }) => arena),
        (arena) => versionOf(arena).title,
      )
      return named.toSorted((a, b) => (versionOf(a).number ?? Infinity) - (versionOf(b).number ?? Infinity))
    },
  }),
  documents: t.relation('documents', {
    ...open('The documents that what you may see of it rests on, by title.'),
    query: { orderBy: { title: 'asc' } },
  }),
  bodyCount: t.relationCount('bodies', {
    ...open('How many bodies it takes part in on the date, as far as you may see them.'),
    where: (_args, { asOf }) => ({ ...validAt(asOf), body: validAt(asOf) }),
  }),
  areaCount: t.relationCount('homeAreas', {
    ...open('How many areas it has on the date, as far as you may see them.'),
    where: (_args, { asOf }) => validAt(asOf),
  }),
  arenaCount: t.relationCount('arenas', {
    ...open('How many arenas it takes part in on the date, as far as you may see them.'),
    where: (_args, { asOf }) => ({ ...validAt(asOf), arena: validAt(asOf) }),
  }),
}))
