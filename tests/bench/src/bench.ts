import { spawn, type ChildProcess } from 'node:child_process'
import { deepStrictEqual } from 'node:assert'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import { startEmbedded } from '@samrad/db'
import autocannon from 'autocannon'
import pg from 'pg'
import { buildCountry } from './country.ts'
import { benchFunctions, questionsFor, type Question } from './questions.ts'

const rounds = Number(process.env['ROUNDS'] ?? 5)
const seconds = Number(process.env['SECONDS'] ?? 3)
const root = join(import.meta.dirname, '../../..')
const peers = { samraad: 4300, postgraphile: 4301, handWritten: 4302 } as const
type Peer = keyof typeof peers
const names = Object.keys(peers) as Peer[]

const server = await startEmbedded(join(import.meta.dirname, '../.data'))
const url = await buildCountry(server.url('postgres'), 'country')
const numbers = await prepare(url)
const running = new Map<Peer, ChildProcess>([
  [
    'samraad',
    await start(['apps/api/src/main.ts'], { DATABASE_URL: url, SAMRAD_DEMO: '0', API_PORT: String(peers.samraad) }),
  ],
  [
    'postgraphile',
    await start(['tests/bench/src/postgraphile.ts', url, String(peers.postgraphile)], { GRAPHILE_ENV: 'production' }),
  ],
  ['handWritten', await start(['tests/bench/src/hand-written.ts', url, String(peers.handWritten)], {})],
])

try {
  for (const question of questionsFor(numbers)) {
    await refuseUnequal(question)
    report(question, await measure(question))
  }
} finally {
  for (const process of running.values()) process.kill('SIGTERM')
  await server.stop()
}

async function prepare(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(benchFunctions)
  const { rows } = await client.query<{ number: string }>(
    `SELECT number FROM municipality_version GROUP BY number HAVING bool_and(valid_to IS NULL AND country = 'NO') ORDER BY number`,
  )
  await client.end()
  return rows.map(({ number }) => number)
}

// Servers on one core, the load on the other.
async function start(args: string[], env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn('taskset', ['-c', '0', process.execPath, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

function bodyFor(peer: Peer, question: Question, variables: Record<string, string>): string {
  return JSON.stringify(
    peer === 'handWritten' ? { question: question.name, variables } : { query: question[peer], variables },
  )
}

function addressOf(peer: Peer): string {
  return `http://127.0.0.1:${peers[peer]}/graphql`
}

async function refuseUnequal(question: Question): Promise<void> {
  for (const variables of question.variables.slice(0, 30)) {
    const answers = await Promise.all(names.map((peer) => ask(peer, question, variables)))
    for (const answer of answers) deepStrictEqual(answer, answers[0])
    if (JSON.stringify(answers[0]).length < 20)
      throw new Error(`${question.name} answers nothing to ${JSON.stringify(variables)}`)
  }
}

async function ask(peer: Peer, question: Question, variables: Record<string, string>): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(addressOf(peer), { method: 'POST', headers, body: bodyFor(peer, question, variables) })
  const body = (await response.json()) as { data?: unknown; errors?: unknown }
  if (body.errors) throw new Error(`${peer}: ${JSON.stringify(body.errors)}`)
  return JSON.parse(JSON.stringify(question.normal[peer]((peer === 'handWritten' ? body : body.data) as never)))
}

type Round = Record<Peer, { perSecond: number; cpuMs: number }>

/** Interleaved, the order reversed every other time, after one round that is thrown away. */
async function measure(question: Question): Promise<Round[]> {
  const results: Round[] = []
  for (let round = -1; round < rounds; round++) {
    const order = round % 2 ? names.toReversed() : names
    const entries: [Peer, Round[Peer]][] = []
    for (const peer of order) entries.push([peer, await load(peer, question)])
    if (round >= 0) results.push(Object.fromEntries(entries) as Round)
  }
  return results
}

async function load(peer: Peer, question: Question) {
  const requests = question.variables.map((variables) => ({
    method: 'POST' as const,
    headers: { 'content-type': 'application/json' },
    body: bodyFor(peer, question, variables),
  }))
  const before = cpuOf(peer)
  const result = await autocannon({ url: addressOf(peer), connections: 10, duration: seconds, requests })
  if (result.non2xx || result.errors)
    throw new Error(`${peer} failed ${result.non2xx + result.errors} times at ${question.name}`)
  return { perSecond: result.requests.total / result.duration, cpuMs: (cpuOf(peer) - before) / result.requests.total }
}

/** Processor time of a server so far, in milliseconds. */
function cpuOf(peer: Peer): number {
  const pid = running.get(peer)?.pid
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function report({ name }: Question, results: Round[]): void {
  const ratios = (peer: Peer) => results.map((round) => round.samraad.perSecond / round[peer].perSecond)
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
  const say = (values: number[], digits = 2) =>
    `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`
  console.log(`\n${name}: requests per second, median (min–max) of ${rounds} rounds`)
  for (const peer of names)
    console.log(
      `  ${peer.padEnd(13)} ${say(
        results.map((round) => round[peer].perSecond),
        0,
      ).padEnd(20)} server CPU ${say(results.map((round) => round[peer].cpuMs))} ms`,
    )
  console.log(
    `  samraad ÷ postgraphile ${say(ratios('postgraphile'))}   samraad ÷ hand-written ${say(ratios('handWritten'))}`,
  )
}
