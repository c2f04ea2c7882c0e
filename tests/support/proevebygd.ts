import { keyId, loadDataFiles, readDataFile } from '@samrad/db'
import type { TestDatabase } from './test-database.ts'

/** Stands in every text that the public must never see. */
export const hidden = 'HEMMELIG'
/** Stands in every text that everybody may see. */
export const shown = 'SYNLIG'

const visibilities = ['public', 'neighbours', 'internal'] as const
type Visibility = (typeof visibilities)[number]

/** Makes the invented municipality «Prøvebygd» 9901 exist, without any structure. */
export async function buildProevebygd({ owner }: TestDatabase): Promise<void> {
  const [id, versionId] = [keyId('municipality', '9901'), keyId('municipality_version', '9901')]
  const client = await owner.connect()
  try {
    await client.query('BEGIN')
    await client.query(
      `INSERT INTO municipality (id, slug, country) VALUES ($1, 'proevebygd', 'NO') ON CONFLICT (id) DO NOTHING`,
      [id],
    )
    await client.query('INSERT INTO fact (id, municipality_id) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [
      versionId,
      id,
    ])
    await client.query(
      `INSERT INTO municipality_version (id, municipality_id, country, number, name, county_number, county_name)
       VALUES ($1, $2, 'NO', '9901', 'Prøvebygd', '99', 'Prøvefylket') ON CONFLICT (id) DO NOTHING`,
      [versionId, id],
    )
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}

/** Loads a structure for Prøvebygd, in the shape of a data file. */
export async function loadIntoProevebygd(database: TestDatabase, content: object): Promise<void> {
  await buildProevebygd(database)
  const text = JSON.stringify({ municipality: { number: '9901' }, visibility: 'public', ...content })
  await loadDataFiles(database.url, [readDataFile('proevebygd.json', text)])
}

/** Everything there is, three times: for the public, for neighbours and internal, each pointing at each of the others. */
export async function loadEveryVisibility(database: TestDatabase): Promise<void> {
  await loadIntoProevebygd(database, {
    documents: visibilities.map((visibility) => ({
      key: `document-${visibility}`,
      title: words(visibility, 'document'),
      publisher: words(visibility, 'publisher'),
      published: '2019-01-01',
      note: words(visibility, 'note of a document'),
    })),
    areas: visibilities.map((visibility) => ({
      ...common(visibility),
      key: `area-${visibility}`,
      kind: 'byomraade',
      name: words(visibility, 'area'),
      variants: [words(visibility, 'variant')],
      parts: visibilities
        .filter((other) => other !== visibility && visibility === 'public')
        .map((other) => `area-${other}`),
      population: [{ on: '2018-01-01', count: 1234, wording: words(visibility, 'population') }],
    })),
    organisations: visibilities.map((visibility) => ({
      ...common(visibility),
      key: `organisation-${visibility}`,
      kind: 'police',
      name: words(visibility, 'organisation'),
      shortName: words(visibility, 'short name'),
      parents:
        visibility === 'public' ? [{ organisation: 'organisation-internal', ...between(visibility, 'internal') }] : [],
      areas: visibilities.map((other) => ({
        area: `area-${other}`,
        isBorderEqual: false,
        ...between(visibility, other),
      })),
    })),
    schemes: visibilities.map((visibility) => ({
      ...common(visibility),
      key: `scheme-${visibility}`,
      name: words(visibility, 'scheme'),
      summary: words(visibility, 'summary'),
      levels: [{ key: `level-${visibility}`, name: words(visibility, 'level') }],
      events: [
        { kind: 'adopted', title: words(visibility, 'event'), reference: words(visibility, 'reference'), from: '2013' },
      ],
      agreements: [{ title: words(visibility, 'agreement'), parties: parties(visibility) }],
      targetGroups: [
        { title: words(visibility, 'target'), ages: { from: 0, to: 18, wording: words(visibility, 'ages') } },
      ],
      partners: visibilities.map((other) => ({ organisation: `organisation-${other}`, ...between(visibility, other) })),
    })),
    posts: visibilities.map((visibility) => ({
      ...common(visibility),
      key: `post-${visibility}`,
      title: words(visibility, 'post'),
      summary: words(visibility, 'summary of a post'),
      reportsTo: [{ parties: parties(visibility) }],
      portfolio: [{ text: words(visibility, 'portfolio') }],
    })),
    bodies: visibilities.map((visibility) => ({
      ...common(visibility),
      key: `body-${visibility}`,
      name: words(visibility, 'body'),
      shortName: words(visibility, 'short body'),
      realisedThrough: words(visibility, 'realised'),
      summary: words(visibility, 'summary of a body'),
      functions: ['politiraad'],
      levels: visibilities.map((other) => ({ level: `level-${other}`, ...between(visibility, other) })),
      areas: visibilities.map((other) => ({ area: `area-${other}`, ...between(visibility, other) })),
      reportsTo: visibility === 'internal' ? [] : [{ body: 'body-internal' }],
      replaces: [{ parties: parties(visibility) }],
      lifts: [{ direction: 'out', parties: parties(visibility), which: words(visibility, 'which issues') }],
      mandates: [
        { title: words(visibility, 'mandate'), heldBy: 'body-internal', clauses: [words(visibility, 'clause')] },
      ],
      duties: [{ duty: 'leads', parties: parties(visibility) }],
      cadences: [{ cadence: { kind: 'irregular', wording: words(visibility, 'cadence') } }],
      standingItems: [{ items: [words(visibility, 'standing item')] }],
      seats: visibilities.map((other) => ({
        role: words(visibility, `seat beside ${other}`),
        organisation: `organisation-${other}`,
        attachment: 'member',
        holders: visibility === 'public' ? [{ name: words(other, 'holder'), visibility: other }] : [],
      })),
      meetings: visibilities
        .filter((other) => visibilities.indexOf(other) >= visibilities.indexOf(visibility))
        .map((other, index) => ({
          on: `2019-0${index + 1}-01`,
          place: words(other, 'meeting'),
          round: `${words(other, 'round')} ${visibility}`,
          visibility: other,
          agenda: agenda(other, (['published', 'closed', 'draft'] as const)[index] ?? 'draft'),
        })),
    })),
    arenas: visibilities.map((visibility) => ({
      ...common(visibility),
      key: `arena-${visibility}`,
      title: words(visibility, 'arena'),
      state: 'wished',
      place: words(visibility, 'place'),
      content: words(visibility, 'content'),
      areas: visibilities.map((other) => `area-${other}`),
      responsible: [{ parties: parties(visibility) }],
      participants: [{ parties: parties(visibility) }],
    })),
    issues: visibilities.map((visibility) => ({
      ...common(visibility),
      key: `issue-${visibility}`,
      title: words(visibility, 'issue'),
      text: words(visibility, 'text of an issue'),
      themes: [words(visibility, 'theme').slice(0, 40)],
      raised: '2019',
      raisedBy: parties(visibility),
      bodies: visibilities.map((other) => `body-${other}`),
      state: 'closed',
      closed: '2019-06-01',
      outcome: words(visibility, 'outcome'),
      related: visibilities.filter((other) => other < visibility).map((other) => `issue-${other}`),
      lifts: [
        {
          from: 'body-internal',
          direction: 'up',
          to: 'body-public',
          question: words(visibility, 'question'),
          wantedDecision: words(visibility, 'wanted decision'),
          answer: words(visibility, 'answer'),
          answered: '2019-05-01',
        },
        {
          direction: 'out',
          toOther: { role: words(visibility, 'receiver') },
          question: words(visibility, 'question'),
          answer: words(visibility, 'answer'),
          answered: '2019-05-02',
        },
      ],
    })),
  })
  await database.owner.query(everyMinutes)
}

// Minutes of every meeting: published, unless the agenda is a draft. Their words are public where the item is.
const everyMinutes = `
  INSERT INTO minutes (id, meeting_id, state) SELECT gen_random_uuid(), id, 'draft' FROM meeting;
  INSERT INTO minutes_entry (id, minutes_id, agenda_item_id, text, decision)
    SELECT gen_random_uuid(), minutes.id, item.id, words, words
      FROM agenda_item AS item JOIN meeting ON meeting.id = meeting_id JOIN minutes ON minutes.meeting_id = meeting.id
        CROSS JOIN LATERAL (SELECT CASE WHEN item.visibility = 'public' AND agenda_state = 'published' THEN '${shown}' ELSE '${hidden}' END || ' minutes' AS words) AS said;
  INSERT INTO minutes_addendum (id, minutes_id, text)
    SELECT gen_random_uuid(), minutes.id, CASE WHEN visibility = 'public' AND agenda_state <> 'draft' THEN '${shown}' ELSE '${hidden}' END || ' addendum'
      FROM minutes JOIN meeting ON meeting.id = meeting_id;
  INSERT INTO attendance (id, minutes_id, presence) SELECT gen_random_uuid(), id, 'present' FROM minutes;
  INSERT INTO fact (id, attendance_id) SELECT id, id FROM attendance;
  INSERT INTO party (id, fact_id, position, role_title)
    SELECT gen_random_uuid(), attendance.id, 0, CASE WHEN visibility = 'public' AND agenda_state <> 'draft' THEN '${shown}' ELSE '${hidden}' END || ' guest'
      FROM attendance JOIN minutes ON minutes.id = minutes_id JOIN meeting ON meeting.id = meeting_id;
  UPDATE minutes SET state = 'published', approved_on = '2019-12-01', approved_hash = 'x', published_at = now()
    FROM meeting WHERE meeting.id = meeting_id AND agenda_state <> 'draft'`

// What a public meeting has on its agenda is public only where the agenda is published and the item is.
const agenda = (meeting: Visibility, state: 'draft' | 'published' | 'closed') => ({
  state,
  ...(state === 'closed' ? { closedBecause: words(meeting, 'reason') } : {}),
  items: visibilities.slice(visibilities.indexOf(meeting)).map((visibility) => {
    const seen = meeting === 'public' && state === 'published' ? visibility : 'internal'
    return {
      title: words(seen, `item ${visibility}`),
      text: words(seen, 'text'),
      visibility,
      issue: 'issue-internal',
      presenters: [{ role: words(seen, 'presenter') }],
      legalGround: words(state === 'published' ? meeting : 'internal', 'law'),
    }
  }),
})

const words = (visibility: Visibility, what: string) =>
  `${visibility === 'public' ? shown : hidden} ${what} ${visibility}`

// A relation is said by a document as hidden as the less visible of its ends.
const between = (one: Visibility, other: Visibility) => {
  const less = visibilities[Math.max(visibilities.indexOf(one), visibilities.indexOf(other))] ?? 'internal'
  return { source: { document: `document-${less}`, quote: words(less, 'quote of a relation') } }
}

const common = (visibility: Visibility) => ({
  visibility,
  source: {
    document: `document-${visibility}`,
    place: words(visibility, 'place in a source'),
    quote: words(visibility, 'quote'),
  },
})

const parties = (visibility: Visibility) => [
  { role: words(visibility, 'role'), by: { post: 'post-internal' } },
  ...visibilities.flatMap((other) => [
    { organisation: `organisation-${other}` },
    { post: `post-${other}` },
    { body: `body-${other}` },
    { seat: `body-${other}: ${words(other, 'seat beside public')}` },
  ]),
]
