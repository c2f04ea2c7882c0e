import { newId, type Db } from '@samrad/db'
import { CitationRules, DocumentRules, faultsOf } from '@samrad/schema'
import { builder } from '../../builder.ts'
import { ApiError, badInput } from '../../errors.ts'
import { municipalityIdOf } from '../../named.ts'
import { act, assertMay, notFound, usableIds } from '../../register/acts.ts'
import { freeSlug } from '../../register/keep.ts'
import { KnownDay, versionDescription } from '../../register/inputs.ts'
import { delegate } from '../../register/kept-noun.ts'
import { SourceDocument, SourceReference } from './source.ts'

const keeping = { can: 'register:keep' } as const

const DocumentInput = builder.inputType('DocumentInput', {
  description: 'A document that facts rest on.',
  fields: (t) => ({
    title: t.string({ description: 'Its title.', required: true }),
    publisher: t.string({ description: 'Who published it.' }),
    published: t.field({ description: 'When it was published.', type: KnownDay }),
    url: t.string({ description: 'Where it is on the web: https:// or http://.' }),
    licence: t.string({ description: 'Its licence.' }),
    annotation: t.string({ description: 'What is to be said of it.' }),
  }),
})

function columnsOf(given: typeof DocumentInput.$inferInput) {
  const faults = faultsOf(DocumentRules, given)
  if (faults)
    throw badInput(Object.fromEntries(Object.entries(faults).map(([path, fault]) => [`state.${path}`, fault])))
  const { title, publisher, published, url, licence, annotation } = given
  const text = (value: string | null | undefined) => value?.trim() || null
  return {
    title: title.trim(),
    publisher: text(publisher),
    publishedOn: published?.on ?? null,
    publishedIs: published ? (published.is ?? ('day' as const)) : null,
    url: text(url),
    licence: text(licence),
    annotation: text(annotation),
  }
}

builder.mutationField('createDocument', (t) =>
  t.prismaField({
    description: 'Enters a document that facts rest on. It is seen by who may see something that cites it.',
    authScopes: keeping,
    type: SourceDocument,
    args: {
      municipality: t.arg.string({ description: 'Slug or number of the municipality that keeps it.', required: true }),
      state: t.arg({ description: 'What it is.', type: DocumentInput, required: true }),
    },
    resolve: async (query, _root, { municipality, state }, context) => {
      const { db, asOf } = context
      const homeMunicipalityId = await municipalityIdOf(db, municipality, asOf)
      assertMay(context, 'register:keep', { home: homeMunicipalityId })
      const columns = columnsOf(state)
      const id = newId()
      const done = { kind: 'create', noun: 'SourceDocument', objectId: id, municipalityId: homeMunicipalityId }
      await act(context, done, async () => {
        const slug = await freeSlug(db, 'SourceDocument', homeMunicipalityId, columns.title)
        await db.sourceDocument.createMany({ data: [{ id, homeMunicipalityId, slug, ...columns }] })
      })
      return db.sourceDocument.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('correctDocument', (t) =>
  t.prismaField({
    description: 'Mends what is said of a document. All of it is given; what is left out is emptied.',
    authScopes: keeping,
    type: SourceDocument,
    args: {
      id: t.arg.globalID({ description: 'Id of the document.', required: true, for: SourceDocument }),
      version: t.arg.int({ description: versionDescription, required: true }),
      state: t.arg({ description: 'What it is.', type: DocumentInput, required: true }),
    },
    resolve: async (query, _root, { id: { id }, version, state }, context) => {
      const { db } = context
      const found = await db.sourceDocument.findUnique({ where: { id } })
      if (!found) throw notFound()
      assertMay(context, 'register:keep', { home: found.homeMunicipalityId })
      const data = { ...columnsOf(state), deadSince: null }
      const done = { kind: 'correct', noun: 'SourceDocument', objectId: id, municipalityId: found.homeMunicipalityId }
      await act(context, done, async () => {
        const { count } = await db.sourceDocument.updateMany({ where: { id, version }, data })
        if (!count) throw new ApiError('CONFLICT', 'It was changed since you saw it.', { version: found.version })
      })
      return db.sourceDocument.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

/** What can be cited for, and how a fact names it; of a relation the first of them owns it. */
const owners = {
  Body: 'bodyId',
  Arena: 'arenaId',
  Scheme: 'schemeId',
  CoordinatorPost: 'postId',
  Organisation: 'organisationId',
  Area: 'areaId',
} as const
type Cited = keyof typeof owners
const cited = Object.keys(owners) as Cited[]

const homeOf = (db: Db, model: Cited, id: string): Promise<{ homeMunicipalityId: string | null } | null> =>
  delegate(db, model).findUnique({ where: { id }, select: { homeMunicipalityId: true } })

builder.mutationField('cite', (t) =>
  t.prismaField({
    description: 'Says where a document speaks of a thing.',
    authScopes: { can: ['register:mend', 'shared:mend'] },
    type: SourceReference,
    args: {
      thing: t.arg.globalID({ description: 'Id of the thing: a body, scheme, area …', required: true }),
      document: t.arg.globalID({ description: 'Id of the document.', required: true, for: SourceDocument }),
      place: t.arg.string({ description: 'Page, heading or slide.' }),
      quote: t.arg.string({ description: 'Its words as they stand, names of persons as «[navn]».' }),
      annotation: t.arg.string({ description: 'How it is read, what is odd.' }),
    },
    resolve: async (query, _root, { thing, document, place, quote, annotation }, context) => {
      const { db } = context
      const model = cited.find((one) => one === thing.typename)
      const found = model && (await homeOf(db, model, thing.id))
      if (!model || !found) throw notFound()
      const { homeMunicipalityId: home } = found
      assertMay(context, home === null ? 'shared:mend' : 'register:mend', { home, thing: thing.id })
      const faults = faultsOf(CitationRules, { place, quote, annotation })
      if (faults) throw badInput(faults)
      const usable = await usableIds(db, 'source_document', [document.id])
      if (!usable.has(document.id)) throw badInput({ document: 'not_found' })
      const id = newId()
      await act(context, { kind: 'cite', noun: model, objectId: thing.id, municipalityId: home }, async () => {
        const position = await db.sourceReference.count({ where: { factId: thing.id } })
        const said = {
          place: place?.trim() || null,
          quote: quote?.trim() || null,
          annotation: annotation?.trim() || null,
        }
        await db.sourceReference.createMany({
          data: [{ id, factId: thing.id, documentId: document.id, position, ...said }],
        })
      })
      return db.sourceReference.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('removeCitation', (t) =>
  t.boolean({
    description: 'Takes away that a document speaks of a thing.',
    authScopes: { can: ['register:mend', 'shared:mend'] },
    args: { id: t.arg.globalID({ description: 'Id of the citation.', required: true, for: SourceReference }) },
    resolve: async (_root, { id: { id } }, context) => {
      const { db } = context
      const found = await db.sourceReference.findUnique({ where: { id }, select: { factId: true } })
      const owner = found && (await ownerOf(context, found.factId))
      if (!owner) throw notFound()
      const { model, thingId, home } = owner
      assertMay(context, home === null ? 'shared:mend' : 'register:mend', { home, thing: thingId })
      await act(context, { kind: 'remove_citation', noun: model, objectId: thingId, municipalityId: home }, () =>
        db.sourceReference.deleteMany({ where: { id } }),
      )
      return true
    },
  }),
)

/** The thing that a fact says something of. */
async function ownerOf({ db }: Parameters<typeof act>[0], factId: string) {
  const fact = await db.fact.findUnique({ where: { id: factId } })
  const model = cited.find((one) => fact?.[owners[one]])
  const thingId = model && fact?.[owners[model]]
  if (!model || !thingId) return undefined
  const thing = await homeOf(db, model, thingId)
  return thing && { model, thingId, home: thing.homeMunicipalityId }
}
