import { newId, slugOf, type Db, type Period } from '@samrad/db'
import { faultsOf } from '@samrad/schema'
import type { Context } from '../context.ts'
import { badInput } from '../errors.ts'
import { dayWithin, isInForce, versionAt } from '../in-force.ts'
import { municipalityIdOf } from '../named.ts'
import { act, assertMay, notFound, takeVersion } from './acts.ts'
import type { When } from './carry-out.ts'
import type { KnownDayInput } from './inputs.ts'
import { delegate, type Home, type KeptNoun, type Thing, type Version } from './kept-noun.ts'
import { ownerOf, type Noun, type Part, type State } from './parts.ts'
import { References } from './references.ts'
import { writeState } from './write.ts'

export type SaidArgs<Given> = { state: Given; language?: string | null }
export type CreateArgs<Given> = SaidArgs<Given> & {
  municipality?: string | null
  from?: KnownDayInput | null
  visibility?: Thing['visibility'] | null
}

/** Brings a thing into being; returns its id. */
export async function create<Given extends object>(
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
    const slug = await freeSlug(db, noun.model, homeId, String(said[noun.name]))
    const thing = { ...owner, homeMunicipalityId: homeId, slug, visibility: args.visibility ?? 'internal' }
    await delegate(db, noun.model).createMany({ data: [thing] })
    await db.fact.createMany({ data: [{ id, language, [noun.owner]: id }] })
    await writeState(db, noun, owner, state, { act: 'correct', on: owner.validFrom ?? asOf }, language)
  })
  return id
}

/** Says what a thing is from a day on, or mends what is said of a day. */
export async function write<Given extends object>(
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
    await noun.succeed?.(db, successions, on, thing.id)
  })
}

async function versionOn(noun: Noun, id: string, on: Date, db: Db): Promise<Record<string, unknown>> {
  const part = noun.parts['versions'] as Part
  const { model, columns } = part
  const where = { [ownerOf(noun, part)]: id }
  const versions: (Period & Record<string, unknown>)[] = await delegate(db, model).findMany({ where })
  const version = versionAt(versions, on)
  return Object.fromEntries(columns.map((column) => [column, version[column]]))
}

/** One act on a thing that is there, of which the viewer saw the present version. */
export async function keep<Given extends object>(
  noun: KeptNoun<Given>,
  kind: string,
  { id: { id }, version }: Version,
  context: Context,
  work: (thing: Thing) => Promise<unknown>,
  undoesId?: string,
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
  await act(context, { kind, noun: noun.model, objectId: id, municipalityId: home, undoesId }, async () => {
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
  await references.assertUsable(home.db)
  return state
}

/** The language of what somebody says: as given, else that of the municipality. */
export async function languageOf(
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
export async function freeSlug(db: Db, model: string, homeId: string | null, name: string): Promise<string> {
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
