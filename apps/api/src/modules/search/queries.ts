import { queryFromInfo } from '@pothos/plugin-prisma'
import type { Db } from '@samrad/db'
import { asOfArgs } from '../../as-of-args.ts'
import { builder, open } from '../../builder.ts'
import { badInput } from '../../errors.ts'
import { limits } from '../../limits.ts'
import { Area } from '../area/area.ts'
import { Body } from '../body/body.ts'
import { Municipality } from '../municipality/municipality.ts'
import { Organisation } from '../organisation/organisation.ts'

type Kind = 'Municipality' | 'Area' | 'Body' | 'Organisation'
type Hit = { kind: Kind; id: string }

const SearchResult = builder.unionType('SearchResult', {
  ...open('Something that was found by its name.'),
  types: [Municipality, Area, Body, Organisation],
})

const byDefault = 20

builder.queryField('search', (t) =>
  t.field({
    ...open(
      'Municipalities, areas, bodies and organisations by name, the best first. Understands inflected and half words, æ, ø and å written as ae, o and a, and small slips. Four digits find the municipality that has or had that number. Empty text finds nothing.',
    ),
    authScopes: { can: 'register:read' },
    complexity: ({ first }) => ({ multiplier: Math.max(1, first ?? byDefault) }),
    type: [SearchResult],
    args: {
      text: t.arg.string({ description: 'What to look for, at most 200 characters.', required: true }),
      first: t.arg.int({ ...open('How many at most; 20 when left out.') }),
      ...asOfArgs,
    },
    resolve: async (_root, { text, first }, context, info) => {
      const { db, asOf } = context
      const size = first ?? byDefault
      if (text.length > 200) throw badInput({ text: 'at most 200 characters' })
      if (size < 0 || size > limits().pageSize) throw badInput({ first: `from 0 to ${limits().pageSize}` })
      const hits = await findHits(db, text, size, asOf)
      const idsOf = (kind: Kind) => ({ id: { in: hits.filter((hit) => hit.kind === kind).map(({ id }) => id) } })
      const queryFor = (typeName: Kind) => ({ ...queryFromInfo({ context, info, typeName }), where: idsOf(typeName) })
      const has = (kind: Kind) => hits.some((hit) => hit.kind === kind)
      const found = await Promise.all([
        has('Municipality')
          ? db.municipality.findMany(queryFor('Municipality')).then((rows) => Municipality.addBrand(rows))
          : [],
        has('Area') ? db.area.findMany(queryFor('Area')).then((rows) => Area.addBrand(rows)) : [],
        has('Body') ? db.body.findMany(queryFor('Body')).then((rows) => Body.addBrand(rows)) : [],
        has('Organisation')
          ? db.organisation.findMany(queryFor('Organisation')).then((rows) => Organisation.addBrand(rows))
          : [],
      ])
      const byId = new Map(found.flat().map((object) => [object.id, object]))
      return hits.flatMap(({ id }) => byId.get(id) ?? [])
    },
  }),
)

const municipalityNumber = /^\d{4}$/

// Who writes a number means a municipality: the one that has it on the date, then those that had it.
function findNumbered(db: Db, number: string, size: number, asOf: Date): Promise<Hit[]> {
  return db.$queryRaw<Hit[]>`
    SELECT 'Municipality' AS kind, municipality_id::text AS id FROM municipality_version
     WHERE number = ${number} AND country = 'NO'
     GROUP BY municipality_id
     ORDER BY bool_or(valid_at(valid_from, valid_to, ${asOf}::date)) DESC, max(COALESCE(valid_to, 'infinity')) DESC LIMIT ${size}`
}

async function findHits(db: Db, text: string, size: number, asOf: Date): Promise<Hit[]> {
  if (municipalityNumber.test(text.trim())) return findNumbered(db, text.trim(), size, asOf)
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu)
  if (!words || !size) return []
  // Every word, or the beginning of one, must be there.
  const [{ letters } = { letters: '' }] = await db.$queryRaw<
    { letters: string }[]
  >`SELECT fold_norwegian(${words.join(' ')}) AS letters`
  const stems = letters
    .split(' ')
    .map((word) => `${word}:*`)
    .join(' & ')
  return db.$queryRaw<Hit[]>`
    SELECT hit.kind, hit.id::text
      FROM to_tsquery('norwegian', ${stems}) AS stems,
           name_candidates(stems, ${letters}, ${asOf}::date) AS hit
           LEFT JOIN municipality ON hit.kind = 'Municipality' AND municipality.id = hit.id
           LEFT JOIN area ON hit.kind = 'Area' AND area.id = hit.id
           LEFT JOIN body ON hit.kind = 'Body' AND body.id = hit.id
           LEFT JOIN organisation ON hit.kind = 'Organisation' AND organisation.id = hit.id
     WHERE CASE hit.kind
             WHEN 'Municipality' THEN valid_at(municipality.valid_from, municipality.valid_to, ${asOf}::date) AND municipality.id IS NOT NULL
             WHEN 'Area' THEN valid_at(area.valid_from, area.valid_to, ${asOf}::date) AND area.id IS NOT NULL
             WHEN 'Body' THEN valid_at(body.valid_from, body.valid_to, ${asOf}::date) AND body.id IS NOT NULL
             ELSE valid_at(organisation.valid_from, organisation.valid_to, ${asOf}::date) AND organisation.id IS NOT NULL
           END
     ORDER BY hit.rank DESC, hit.kind = 'Municipality' DESC, hit.id LIMIT ${size}`
}
