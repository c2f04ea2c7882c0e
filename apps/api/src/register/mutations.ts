import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { Visibility } from '../visibility.ts'
import { changeFrom, KnownDay, versionDescription, type KnownDayInput } from './inputs.ts'
import { create, keep, write, type CreateArgs, type SaidArgs } from './keep.ts'
import { delegate, type KeptNoun, type Thing, type Version } from './kept-noun.ts'
import { end, endOf, restore } from './lifetime.ts'

/** Defines the six acts on a kind of thing: create, change, correct, end, restore, and who sees it. */
export function defineActs<Given extends object>(noun: KeptNoun<Given>): void {
  const { model, one } = noun
  const known = {
    id: { description: `Id of ${one}.` },
    version: { description: versionDescription, required: true as const },
  }
  const keeping = { can: noun.mayBeShared ? ['register:keep', 'shared:mend'] : 'register:keep' }
  const mending = { can: noun.mayBeShared ? ['register:mend', 'shared:mend'] : 'register:mend' }
  const field = (name: string, description: string, options: (t: never) => object) =>
    builder.mutationField(name, (t) =>
      t.prismaField({ type: noun.ref as never, description, ...options(t as never) } as never),
    )
  type T = Parameters<Parameters<typeof builder.mutationField>[1]>[0]
  const reread = (query: object, id: string, { db }: Context) =>
    delegate(db, model).findUniqueOrThrow({ ...query, where: { id } })

  field(`create${model}`, `Brings ${one} into being.`, (t: T) => ({
    authScopes: keeping,
    args: {
      municipality: t.arg.string({
        description: noun.mayBeShared
          ? 'Slug or number of its home; left out for what belongs to no municipality: a police district, a directorate.'
          : 'Slug or number of its home.',
        required: !noun.mayBeShared,
      }),
      from: t.arg({ description: 'Since when it exists; not known when left out.', type: KnownDay }),
      visibility: t.arg({ description: 'Who sees it.', type: Visibility, defaultValue: 'internal' }),
      language: t.arg.string({ description: languageText }),
      state: t.arg({ description: 'What it is.', type: noun.input, required: true }),
    },
    resolve: async (query: object, _root: object, args: CreateArgs<Given>, context: Context) => {
      const id = await create(noun, args, context)
      return reread(query, id, context)
    },
  }))
  field(`change${model}`, `Says what ${one} is from a day on. What held before stays as history.`, (t: T) => ({
    authScopes: mending,
    args: {
      id: t.arg.globalID({ ...known.id, required: true, for: noun.ref as never }),
      version: t.arg.int(known.version),
      from: t.arg({ description: 'From which day.', type: KnownDay, required: true }),
      language: t.arg.string({ description: languageText }),
      state: t.arg({ description: 'What is different; the rest stays.', type: noun.input, required: true }),
    },
    resolve: async (
      query: object,
      _root: object,
      args: Version & SaidArgs<Given> & { from: KnownDayInput },
      context: Context,
    ) => {
      await write(noun, 'change', args, changeFrom(args.from), context)
      return reread(query, args.id.id, context)
    },
  }))
  field(
    `correct${model}`,
    `Mends what is said of ${one} and was wrong. History is not written; the audit keeps what it said.`,
    (t: T) => ({
      authScopes: mending,
      args: {
        id: t.arg.globalID({ ...known.id, required: true, for: noun.ref as never }),
        version: t.arg.int(known.version),
        on: t.arg({ description: 'The day whose state is mended; today when left out.', type: 'Date' }),
        language: t.arg.string({ description: languageText }),
        state: t.arg({ description: 'What is different; the rest stays.', type: noun.input, required: true }),
      },
      resolve: async (
        query: object,
        _root: object,
        args: Version & SaidArgs<Given> & { on?: Date | null },
        context: Context,
      ) => {
        await write(noun, 'correct', args, { act: 'correct', on: args.on ?? context.asOf }, context)
        return reread(query, args.id.id, context)
      },
    }),
  )
  field(`end${model}`, `Ends ${one}. It is not deleted: it is found by its address and on earlier dates.`, (t: T) => ({
    authScopes: keeping,
    args: {
      id: t.arg.globalID({ ...known.id, required: true, for: noun.ref as never }),
      version: t.arg.int(known.version),
      on: t.arg({ description: 'The first day on which it no longer is.', type: KnownDay, required: true }),
    },
    resolve: async (query: object, _root: object, args: Version & { on: KnownDayInput }, context: Context) => {
      await keep(noun, 'end', args, context, (thing) => end(noun, thing, args.on, context.db))
      return reread(query, args.id.id, context)
    },
  }))
  field(`restore${model}`, `Takes back that ${one} has ended, with all that ended with it.`, (t: T) => ({
    authScopes: keeping,
    args: {
      id: t.arg.globalID({ ...known.id, required: true, for: noun.ref as never }),
      version: t.arg.int(known.version),
    },
    resolve: async (query: object, _root: object, args: Version, context: Context) => {
      const ending = await endOf(context.db, args.id.id)
      await keep(noun, 'restore', args, context, (thing) => restore(noun, thing, ending, context.db), ending)
      return reread(query, args.id.id, context)
    },
  }))
  field(
    `set${model}Visibility`,
    `Decides who sees ${one}. What is withdrawn is gone at once, for every date.`,
    (t: T) => ({
      authScopes: keeping,
      args: {
        id: t.arg.globalID({ ...known.id, required: true, for: noun.ref as never }),
        version: t.arg.int(known.version),
        visibility: t.arg({ description: 'Who sees it.', type: Visibility, required: true }),
      },
      resolve: async (
        query: object,
        _root: object,
        args: Version & { visibility: Thing['visibility'] },
        context: Context,
      ) => {
        await keep(noun, 'set_visibility', args, context, ({ id }) =>
          delegate(context.db, model).updateMany({ where: { id }, data: { visibility: args.visibility } }),
        )
        return reread(query, args.id.id, context)
      },
    }),
  )
}

const languageText = 'Language of the words (`nb`, `nn`, `se`, `sv` …); that of the municipality when left out.'
