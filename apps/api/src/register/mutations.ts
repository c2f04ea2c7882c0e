import type { InputRef } from '@pothos/core'
import { newId, slugOf, type Db, type Period } from '@samrad/db'
import { faultsOf } from '@samrad/schema'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { badInput } from '../errors.ts'
import { dayWithin, isInForce, versionAt } from '../in-force.ts'
import { municipalityIdOf } from '../named.ts'
import { Visibility } from '../visibility.ts'
import { act, assertMay, notFound, takeVersion } from './acts.ts'
import { changeFrom, KnownDay, versionDescription, type KnownDayInput } from './inputs.ts'
import type { Noun, Part, State } from './parts.ts'
import { References, type GivenId } from './references.ts'
import { writeState, type Succession, type When } from './write.ts'

/** A kind of thing that coordinators keep: what may be said of it, and how what is said becomes rows. */
export type KeptNoun<Given> = Noun & {
  /** What people call one: «a body». */
  one: string
  ref: unknown
  /** What may be said of it; what is left out is left as it is. */
  input: InputRef<Given>
  rules: Parameters<typeof faultsOf>[0]
  /** The column of its name, which it cannot be without. */
  name: string
  /** What its version says where nothing is said. */
  defaults: Record<string, unknown>
  /** Whether it may belong to no municipality: any of them brings it in, the operator mends it. */
  mayBeShared?: true
  /** The parts that are said; of the version only what is said. */
  stateOf: (given: Given, references: References, home: Home) => State | Promise<State>
  /** Carries along what hangs on rows that others took the place of. */
  succeed?: (db: Db, successions: Succession[], on: Date) => Promise<void>
  /** Ends what hangs on its parts. */
  endWithin?: (db: Db, id: string, on: Date) => Promise<void>
}

export type Home = { id: string; db: Db; asOf: Date }

type Thing = Period & {
  id: string
  homeMunicipalityId: string | null
  visibility: 'public' | 'neighbours' | 'internal'
  fromIs: string | null
  toIs: string | null
}
type Version = { id: GivenId; version: number }

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
      await keep(noun, 'restore', args, context, (thing) => restore(noun, thing, context.db))
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

type SaidArgs<Given> = { state: Given; language?: string | null }
type CreateArgs<Given> = SaidArgs<Given> & {
  municipality?: string | null
  from?: KnownDayInput | null
  visibility?: Thing['visibility'] | null
}

type Delegate = Record<
  'findUnique' | 'findUniqueOrThrow' | 'createMany' | 'updateMany' | 'findMany',
  (args: object) => Promise<never>
>
const delegate = (db: Db, model: string) =>
  db[(model.charAt(0).toLowerCase() + model.slice(1)) as 'body'] as unknown as Delegate

async function create<Given extends object>(
  noun: KeptNoun<Given>,
  args: CreateArgs<Given>,
  context: Context,
): Promise<string> {
  const { db, asOf } = context
  const homeId = args.municipality == null ? null : await municipalityIdOf(db, args.municipality, asOf)
  assertMay(context, homeId === null ? 'shared:bring_in' : 'register:keep', { home: homeId })
  const state = await saidState(noun, args.state, { id: homeId ?? '', db, asOf })
  const said = state['versions']?.[0]?.columns ?? {}
  if (said[noun.name] == null) throw badInput({ [`state.${noun.name}`]: 'required' })
  state['versions'] = [{ columns: { ...noun.defaults, ...said } }]
  // What a municipality brings into being it takes part in.
  if ('participations' in noun.parts) state['participations'] ??= [{ columns: { municipalityId: homeId } }]
  const id = newId()
  const owner = {
    id,
    validFrom: args.from?.on ?? null,
    fromIs: args.from ? (args.from.is ?? 'day') : null,
    validTo: null,
    toIs: null,
  }
  const language = await languageOf(context, homeId, args.language)
  await act(context, { kind: 'create', noun: noun.model, objectId: id, municipalityId: homeId }, async () => {
    const slug = await freeSlug(db, noun, homeId, String(said[noun.name]))
    const thing = { ...owner, homeMunicipalityId: homeId, slug, visibility: args.visibility ?? 'internal' }
    await delegate(db, noun.model).createMany({ data: [thing] })
    await db.fact.createMany({ data: [{ id, language, [noun.owner]: id }] })
    await writeState(db, noun, owner, state, { act: 'correct', on: owner.validFrom ?? asOf }, language)
  })
  return id
}

async function write<Given extends object>(
  noun: KeptNoun<Given>,
  kind: 'change' | 'correct',
  args: Version & SaidArgs<Given>,
  when: When,
  context: Context,
): Promise<void> {
  const { db } = context
  await keep(noun, kind, args, context, async (thing) => {
    const isThere = isInForce(thing, when.on)
    if (kind === 'change' && !isThere) throw badInput({ from: 'outside_period' })
    const on = isThere ? when.on : dayWithin(thing, when.on)
    const state = await saidState(noun, args.state, { id: thing.homeMunicipalityId ?? '', db, asOf: context.asOf })
    // Who takes part is the home's to say.
    if (state['participations'])
      assertMay(context, 'register:keep', { home: thing.homeMunicipalityId, thing: thing.id })
    const [patch] = state['versions'] ?? []
    if (patch) {
      const columns = { ...noun.defaults, ...(await versionOn(noun, thing.id, on, db)), ...patch.columns }
      if (columns[noun.name] == null) throw badInput({ [`state.${noun.name}`]: 'required' })
      state['versions'] = [{ columns }]
    }
    const language = await languageOf(context, thing.homeMunicipalityId, args.language)
    const successions = await writeState(db, noun, thing, state, { ...when, on }, language)
    await noun.succeed?.(db, successions, on)
  })
}

async function versionOn({ parts, owner }: Noun, id: string, on: Date, db: Db): Promise<Record<string, unknown>> {
  const { model, columns } = parts['versions'] as Part
  const versions: (Period & Record<string, unknown>)[] = await delegate(db, model).findMany({ where: { [owner]: id } })
  const version = versionAt(versions, on)
  return Object.fromEntries(columns.map((column) => [column, version[column]]))
}

/** One act on a thing that is there, of which the viewer saw the present version. */
async function keep<Given extends object>(
  noun: KeptNoun<Given>,
  kind: string,
  { id: { id }, version }: Version,
  context: Context,
  work: (thing: Thing) => Promise<unknown>,
): Promise<void> {
  const { db } = context
  const columns = {
    id: true,
    homeMunicipalityId: true,
    visibility: true,
    validFrom: true,
    fromIs: true,
    validTo: true,
    toIs: true,
  }
  const thing = (await delegate(db, noun.model).findUnique({ where: { id }, select: columns })) as Thing | null
  if (!thing) throw notFound()
  const home = thing.homeMunicipalityId
  const right =
    home === null ? 'shared:mend' : kind === 'change' || kind === 'correct' ? 'register:mend' : 'register:keep'
  assertMay(context, right, { home, thing: id })
  await act(context, { kind, noun: noun.model, objectId: id, municipalityId: home }, async () => {
    await takeVersion(db, id, version)
    await work(thing)
  })
}

async function saidState<Given extends object>(noun: KeptNoun<Given>, given: Given, home: Home): Promise<State> {
  const faults = faultsOf(noun.rules, given)
  if (faults)
    throw badInput(Object.fromEntries(Object.entries(faults).map(([path, fault]) => [`state.${path}`, fault])))
  const references = new References()
  const state = await noun.stateOf(given, references, home)
  await references.assertVisible(home.db)
  return state
}

async function languageOf(
  { db, asOf }: Context,
  homeId: string | null,
  given: string | null | undefined,
): Promise<string> {
  if (given != null) {
    if (!/^[a-z]{2,3}$/.test(given)) throw badInput({ language: 'invalid' })
    return given
  }
  if (homeId === null) return 'nb'
  const versions = await db.municipalityVersion.findMany({ where: { municipalityId: homeId } })
  return versionAt(versions, asOf).writtenForm === 'nn' ? 'nn' : 'nb'
}

// An address is never used again, also when what had it has ended.
async function freeSlug(db: Db, { model }: Noun, homeId: string | null, name: string): Promise<string> {
  const slug = slugOf(name).slice(0, 80).replace(/-+$/, '') || model.toLowerCase()
  const taken: { slug: string }[] = await delegate(db, model).findMany({
    where: { homeMunicipalityId: homeId, slug: { startsWith: slug } },
    select: { slug: true },
  })
  // «ny» is where the desk makes a new one.
  const slugs = new Set([...taken.map((one) => one.slug), 'ny'])
  if (!slugs.has(slug)) return slug
  for (let nth = 2; ; nth++) if (!slugs.has(`${slug}-${nth}`)) return `${slug}-${nth}`
}

async function end<Given extends object>(
  noun: KeptNoun<Given>,
  thing: Thing,
  { on, is }: KnownDayInput,
  db: Db,
): Promise<void> {
  if (thing.validTo) throw badInput({ on: 'ended_already' })
  if (thing.validFrom && thing.validFrom >= on) throw badInput({ on: 'before_it_began' })
  const data = { validTo: on, toIs: is ?? 'day' }
  for (const part of Object.values(noun.parts)) {
    const rows = delegate(db, part.model)
    const later: { id: string }[] = await rows.findMany({
      where: { [noun.owner]: thing.id, validFrom: { gte: on } },
      select: { id: true },
    })
    await db.fact.deleteMany({ where: { id: { in: later.map(({ id }) => id) } } })
    await rows.updateMany({ where: { [noun.owner]: thing.id, OR: [{ validTo: null }, { validTo: { gt: on } }] }, data })
  }
  await noun.endWithin?.(db, thing.id, on)
  await delegate(db, noun.model).updateMany({ where: { id: thing.id }, data })
}

async function restore<Given extends object>(noun: KeptNoun<Given>, thing: Thing, db: Db): Promise<void> {
  if (!thing.validTo) throw badInput({ id: 'not_ended' })
  const data = { validTo: null, toIs: null }
  for (const part of Object.values(noun.parts))
    await delegate(db, part.model).updateMany({ where: { [noun.owner]: thing.id, validTo: thing.validTo }, data })
  await delegate(db, noun.model).updateMany({ where: { id: thing.id }, data })
}
