import { spawn, type ChildProcess } from 'node:child_process'
import { deepStrictEqual } from 'node:assert'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import { startEmbedded } from '@samrad/db'
import autocannon from 'autocannon'
import pg from 'pg'
import { buildCountry } from './country.ts'
import { benchFunctions, questionsFor, type Question } from './questions.ts'

const rounds = Number(process.env['ROUNDS'] ?? 5)
const seconds = Number(process.env['SECONDS'] ?? 3)
const isWanted = (name: string) => process.argv.length < 3 || process.argv.includes(name)
const root = join(import.meta.dirname, '../../..')
const data = join(import.meta.dirname, '../.data')
const pages = join(data, 'pages')
const ports = { samraad: 4300, postgraphile: 4301, handWritten: 4302, portal: 4303, staticFile: 4304 } as const
type Peer = keyof typeof ports
const asked = ['samraad', 'postgraphile', 'handWritten'] as const
type Asked = (typeof asked)[number]
const jsonHeaders = { 'content-type': 'application/json' }

type Request = { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string }

/** The same put to each of several servers; the first is ours. */
type Contest = { name: string; requests: Partial<Record<Peer, Request[]>> }

const server = await startEmbedded(data)
const url = await buildCountry(server.url('postgres'), 'country')
const numbers = await prepare(url)
const questions = questionsFor(numbers)
mkdirSync(pages, { recursive: true })
const api = { DATABASE_URL: url, SAMRAD_DEMO: '0', API_PORT: String(ports.samraad) }
const portal = { PORT: String(ports.portal), API_PORT: String(ports.samraad) }
const running: Record<Peer, ChildProcess> = {
  samraad: await start(['apps/api/src/main.ts'], api),
  postgraphile: await start(['tests/bench/src/postgraphile.ts', url, String(ports.postgraphile)]),
  handWritten: await start(['tests/bench/src/hand-written.ts', url, String(ports.handWritten)]),
  portal: await start(['apps/portal/build/index.js'], portal),
  staticFile: await start(['tests/bench/src/static-file.ts', pages, String(ports.staticFile)]),
}

try {
  for (const question of questions.filter(({ name }) => isWanted(name))) {
    await refuseUnequal(question)
    await contest(asContest(question))
  }
  if (isWanted('page')) await contest(await pagesOfMunicipalities())
} finally {
  for (const process of Object.values(running)) process.kill('SIGTERM')
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
async function start(args: string[], env: Record<string, string> = {}): Promise<ChildProcess> {
  const child = spawn('taskset', ['-c', '0', process.execPath, ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

function bodyFor(peer: Asked, question: Question, variables: Record<string, string>): string {
  return JSON.stringify(
    peer === 'handWritten' ? { question: question.name, variables } : { query: question[peer], variables },
  )
}

function addressOf(peer: Peer): string {
  return `http://127.0.0.1:${ports[peer]}`
}

async function refuseUnequal(question: Question): Promise<void> {
  for (const variables of question.variables.slice(0, 30)) {
    const answers = await Promise.all(asked.map((peer) => ask(peer, question, variables)))
    for (const answer of answers) deepStrictEqual(answer, answers[0])
    if (JSON.stringify(answers[0]).length < 20)
      throw new Error(`${question.name} answers nothing to ${JSON.stringify(variables)}`)
  }
}

async function ask(peer: Asked, question: Question, variables: Record<string, string>): Promise<unknown> {
  const init = { method: 'POST', headers: jsonHeaders, body: bodyFor(peer, question, variables) }
  const response = await fetch(`${addressOf(peer)}/graphql`, init)
  const body = (await response.json()) as { data?: unknown; errors?: unknown }
  if (body.errors) throw new Error(`${peer}: ${JSON.stringify(body.errors)}`)
  return JSON.parse(JSON.stringify(question.normal[peer]((peer === 'handWritten' ? body : body.data) as never)))
}

function asContest(question: Question): Contest {
  const requestsTo = (peer: Asked) =>
    question.variables.map((variables) => ({
      method: 'POST' as const,
      path: '/graphql',
      headers: jsonHeaders,
      body: bodyFor(peer, question, variables),
    }))
  return { name: question.name, requests: Object.fromEntries(asked.map((peer) => [peer, requestsTo(peer)])) }
}

/** The portal's page of each of fifty municipalities, against the same bytes in a file. */
async function pagesOfMunicipalities(): Promise<Contest> {
  const requests: Request[] = []
  for (const number of numbers.slice(0, 50)) {
    const response = await fetch(`${addressOf('samraad')}/graphql`, {
      method: 'POST',
      headers: jsonHeaders,
      body: JSON.stringify({ query: `{ municipality(number: "${number}") { slug } }` }),
    })
    const { data } = (await response.json()) as { data: { municipality: { slug: string } } }
    const path = `/kommune/${data.municipality.slug}`
    const page = await fetch(addressOf('portal') + path)
    if (page.status !== 200) throw new Error(`${path} answers ${page.status}`)
    writeFileSync(join(pages, encodeURIComponent(path)), Buffer.from(await page.arrayBuffer()))
    requests.push({ method: 'GET', path })
  }
  return { name: 'page', requests: { portal: requests, staticFile: requests } }
}

type Round = Partial<Record<Peer, { perSecond: number; cpuMs: number }>>

/** Interleaved, the order reversed every other time, after one round that is thrown away. */
async function contest({ name, requests }: Contest): Promise<void> {
  const peers = Object.keys(requests) as Peer[]
  const results: Round[] = []
  for (let round = -1; round < rounds; round++) {
    const result: Round = {}
    for (const peer of round % 2 ? peers.toReversed() : peers)
      result[peer] = await load(name, peer, requests[peer] ?? [])
    if (round >= 0) results.push(result)
  }
  report(name, peers, results)
}

async function load(name: string, peer: Peer, requests: Request[]) {
  const before = cpuOf(peer)
  const result = await autocannon({ url: addressOf(peer), connections: 10, duration: seconds, requests })
  if (result.non2xx || result.errors)
    throw new Error(`${peer} failed ${result.non2xx + result.errors} times at ${name}`)
  return { perSecond: result.requests.total / result.duration, cpuMs: (cpuOf(peer) - before) / result.requests.total }
}

/** Processor time of a server so far, in milliseconds. A page costs the API's too. */
function cpuOf(peer: Peer): number {
  return [running[peer].pid, ...(peer === 'portal' ? [running.samraad.pid] : [])].reduce((sum: number, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return sum + (Number(fields[11]) + Number(fields[12])) * 10
  }, 0)
}

function report(name: string, peers: Peer[], results: Round[]): void {
  const [ours, ...others] = peers
  if (!ours) return
  const perSecond = (peer: Peer) => results.map((round) => round[peer]?.perSecond ?? NaN)
  const cpu = (peer: Peer) => results.map((round) => round[peer]?.cpuMs ?? NaN)
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
  const say = (values: number[], digits = 2) =>
    `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`
  console.log(`\n${name}: requests per second, median (min–max) of ${rounds} rounds`)
  for (const peer of peers)
    console.log(`  ${peer.padEnd(13)} ${say(perSecond(peer), 0).padEnd(20)} server CPU ${say(cpu(peer))} ms`)
  for (const other of others) {
    const ratios = perSecond(ours).map((value, nth) => value / (perSecond(other)[nth] ?? NaN))
    console.log(`  ${ours} ÷ ${other} ${say(ratios)}`)
  }
}
