import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createDatabase, loadRegister, migrate, startEmbedded } from '@samrad/db'
import pg from 'pg'
import { signInAs, type SignedIn } from '../../support/sign-in.ts'
import type { TestDatabase } from '../../support/test-database.ts'

/** One year of twenty councils beside twenty of them: 100 meetings and 500 action points, 2,000 and 10,000. */
const homes = {
  oneYear: { number: '3416', meetings: 5, points: 25, issues: 5 },
  twentyYears: { number: '4601', meetings: 100, points: 500, issues: 100 },
} as const
type Home = keyof typeof homes
const bodies = 20
const rounds = Number(process.env['ROUNDS'] ?? 15)
const port = '4305'

/** What a coordinator asks in a working week; `$id` is a meeting that is ahead. */
const questions: Record<string, string> = {
  'agenda that builds itself': `query ($id: ID!) { agendaProposals(meeting: $id) { key title } }`,
  'a meeting and what is open': `query ($id: ID!) { node(id: $id) { ... on Meeting {
    heldOn agenda { title entry { text } } body { actionPoints(state: OPEN) { text owners { seat { roleTitle } } } } } } }`,
  'the meetings of a year': `query ($home: String!) { meetings(filter: { municipality: $home, from: "2026-01-01", to: "2027-01-01" }, first: 100) {
    nodes { heldOn body { name } } } }`,
  'the issues of a municipality': `query ($home: String!) { issues(filter: { municipality: $home }, first: 50) {
    totalCount nodes { title stage forums { nextMeetingOn body { name } } } } }`,
  'the open points of a body': `query ($home: String!) { body(municipality: $home, slug: "raad-3") {
    actionPoints(state: OPEN) { text owners { seat { roleTitle } } } } }`,
  'every point of a body': `query ($home: String!) { body(municipality: $home, slug: "raad-3") {
    actionPoints { text owners { seat { roleTitle } } } } }`,
  news: `query { viewer { news { kind about title } } }`,
}

const server = await startEmbedded(join(import.meta.dirname, '../.data'))
await createDatabase(server.url('postgres'), 'years')
const url = new URL(server.url('postgres'))
url.pathname = '/years'
await migrate(url.href)
await loadRegister(url.href)
const owner = new pg.Client({ connectionString: url.href })
await owner.connect()
const api = spawn(process.execPath, ['apps/api/src/main.ts'], {
  cwd: join(import.meta.dirname, '../../..'),
  env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: url.href, SAMRAD_DEMO: '0', API_PORT: port },
  stdio: ['ignore', 'ignore', 'inherit'],
})
try {
  while (!(await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok) await setTimeout(100)
  const askers = Object.fromEntries(
    await Promise.all(Object.keys(homes).map(async (home) => [home, await askerOf(home as Home)] as const)),
  ) as Record<Home, (question: string) => Promise<number>>
  for (const [name, question] of Object.entries(questions)) await compare(name, question, askers)
} finally {
  api.kill('SIGTERM')
  await owner.end()
  await server.stop()
}

/** How many milliseconds a question of the coordinator of a municipality takes. */
async function askerOf(home: Home): Promise<(question: string) => Promise<number>> {
  const { number } = homes[home]
  const { rows } = await owner.query<{ id: string }>(
    `SELECT body.id FROM body JOIN municipality_version AS home ON home.municipality_id = home_municipality_id WHERE number = $1 LIMIT 1`,
    [number],
  )
  if (!rows.length) await fill(home)
  const { rows: ahead } = await owner.query<{ id: string }>(
    `SELECT meeting.id FROM meeting JOIN body ON body.id = body_id JOIN municipality_version AS home ON home.municipality_id = home_municipality_id
      WHERE number = $1 ORDER BY held_on DESC LIMIT 1`,
    [number],
  )
  const id = Buffer.from(`Meeting:${ahead[0]?.id}`).toString('base64url')
  const coordinator = { kind: 'coordinator', municipality: number } as const
  const { token }: SignedIn = await signInAs({ owner } as unknown as TestDatabase, home, [coordinator])
  const headers = {
    'content-type': 'application/json',
    'graphql-require-preflight': '1',
    authorization: `Bearer ${token}`,
  }
  return async (query) => {
    const begin = performance.now()
    const body = JSON.stringify({ query, variables: { id, home: number } })
    const response = await fetch(`http://127.0.0.1:${port}/admin/graphql`, { method: 'POST', headers, body })
    const answer = (await response.json()) as { errors?: unknown }
    if (answer.errors) throw new Error(`${query}: ${JSON.stringify(answer.errors)}`)
    return performance.now() - begin
  }
}

/** Both in turn, the order reversed every other time, after two rounds that are thrown away. */
async function compare(name: string, question: string, askers: Record<Home, (question: string) => Promise<number>>) {
  const times: Record<Home, number>[] = []
  for (let round = -2; round < rounds; round++) {
    const time: Record<Home, number> = { oneYear: NaN, twentyYears: NaN }
    const names = Object.keys(askers) as Home[]
    for (const home of round % 2 ? names.toReversed() : names) time[home] = await askers[home](question)
    if (round >= 0) times.push(time)
  }
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
  const [one, twenty] = [median(times.map(({ oneYear }) => oneYear)), median(times.map((time) => time.twentyYears))]
  const ratio = median(times.map(({ oneYear, twentyYears }) => twentyYears / oneYear))
  console.log(
    `${name.padEnd(30)} one year ${one.toFixed(0).padStart(4)} ms, twenty ${twenty.toFixed(0).padStart(4)} ms, ratio ${ratio.toFixed(1)}`,
  )
}

async function fill(home: Home): Promise<void> {
  const { number, meetings, points, issues } = homes[home]
  await owner.query(`BEGIN; SET CONSTRAINTS ALL DEFERRED;
    CREATE TEMP TABLE home ON COMMIT DROP AS SELECT municipality_id AS id FROM municipality_version WHERE country = 'NO' AND number = '${number}' AND valid_to IS NULL;
    CREATE TEMP TABLE b ON COMMIT DROP AS SELECT gen_random_uuid() AS id, home.id AS home, council, gen_random_uuid() AS name, gen_random_uuid() AS part, gen_random_uuid() AS seat
      FROM home, generate_series(0, ${bodies - 1}) AS council;
    INSERT INTO fact (id, body_id) SELECT id, id FROM b UNION ALL SELECT name, id FROM b UNION ALL SELECT part, id FROM b UNION ALL SELECT seat, id FROM b;
    INSERT INTO body (id, home_municipality_id, slug, visibility) SELECT id, home, 'raad-' || council, 'public' FROM b;
    INSERT INTO body_version (id, body_id, name) SELECT name, id, 'Råd ' || council FROM b;
    INSERT INTO body_participation (id, body_id, municipality_id) SELECT part, id, home FROM b;
    INSERT INTO seat (id, body_id, position, role_title, attachment) SELECT seat, id, 0, 'Rektor', 'member' FROM b;

    CREATE TEMP TABLE m ON COMMIT DROP AS SELECT gen_random_uuid() AS id, b.id AS body, date '2027-03-01' - n * 70 + council AS on_day FROM b, generate_series(0, ${meetings - 1}) AS n;
    INSERT INTO fact (id, meeting_id) SELECT id, id FROM m;
    INSERT INTO meeting (id, body_id, held_on, visibility, starts_at) SELECT id, body, on_day, 'public', '09:00' FROM m;
    CREATE TEMP TABLE i ON COMMIT DROP AS SELECT gen_random_uuid() AS id, m.id AS meeting, n FROM m, generate_series(1, 6) AS n;
    INSERT INTO fact (id, agenda_item_id) SELECT id, id FROM i;
    INSERT INTO agenda_item (id, meeting_id, number, title) SELECT id, meeting, n, 'Sak ' || n FROM i;

    CREATE TEMP TABLE p ON COMMIT DROP AS SELECT gen_random_uuid() AS id, b.id AS body, seat, n FROM b, generate_series(1, ${points}) AS n;
    INSERT INTO fact (id, action_point_id) SELECT id, id FROM p;
    INSERT INTO action_point (id, body_id, text, due_on, state, closed_on)
      SELECT id, body, 'Punkt ' || n, date '2026-12-01' - n, CASE WHEN n <= 5 THEN 'open' ELSE 'done' END::action_point_state, CASE WHEN n > 5 THEN date '2026-06-01' END FROM p;
    INSERT INTO party (id, fact_id, position, seat_id) SELECT gen_random_uuid(), id, 0, seat FROM p;

    CREATE TEMP TABLE s ON COMMIT DROP AS SELECT gen_random_uuid() AS id, b.id AS body, home, council * 1000 + n AS n FROM b, generate_series(1, ${issues}) AS n;
    INSERT INTO fact (id, issue_id) SELECT id, id FROM s;
    INSERT INTO issue (id, home_municipality_id, slug, title, raised_on, raised_is) SELECT id, home, 'sak-' || n, 'Sak ' || n, date '2026-06-01' - n % 1000, 'day' FROM s;
    INSERT INTO issue_forum (id, issue_id, body_id) SELECT gen_random_uuid(), id, body FROM s;
    COMMIT`)
  await owner.query('VACUUM ANALYZE')
}
