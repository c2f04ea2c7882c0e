import {
  courierClient,
  demoUsers,
  loadDemonstration,
  loadDemoUsers,
  loadRegister,
  migrate,
  openDatabase,
  porterClient,
  readerClient,
  runProgram,
  viewerClient,
} from '@samrad/db'
import { createDemoProvider, type DemoProvider } from '@samrad/demo-provider'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createDoorkeeper } from './auth/doorkeeper.ts'
import { createProvider } from './auth/provider.ts'
import { providersFrom } from './auth/provider-settings.ts'
import { gate } from './gate.ts'
import { limits, limitsFrom, setLimits } from './limits.ts'
import { listen } from './listen.ts'
import { askerOf } from './post/asker.ts'
import { createCourier } from './post/courier.ts'
import { isOneClick, oneClickFor } from './post/one-click.ts'
import { startJobs } from './post/jobs.ts'
import { folderPostOffice, smtpPostOffice } from './post/post-office.ts'
import { createDoor } from './server.ts'

const environment = process.env
const oneClicksAtOnce = 3
setLimits(limitsFrom(environment))
const log = pino({ level: environment['LOG_LEVEL'] ?? 'warn', redact: ['req.headers', 'variables'] })
const port = Number(environment['API_PORT'] ?? 4000)
const portalOrigin = environment['PORTAL_ORIGIN'] ?? `http://localhost:${environment['PORTAL_PORT'] ?? 4002}`
const apiOrigin = environment['API_ORIGIN'] ?? `http://localhost:${port}`
const adminOrigin = environment['ADMIN_ORIGIN'] ?? `http://localhost:${environment['ADMIN_PORT'] ?? 4001}`
const allowedOrigins = [
  portalOrigin,
  ...(environment['SAMRAD_CORS_ORIGINS']?.split(',').map((origin) => origin.trim()) ?? []),
]

const closing: (() => Promise<unknown>)[] = []
let isClosing = false
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, async () => {
    if (isClosing) return
    isClosing = true
    for (const close of closing.toReversed()) await close().catch((error: unknown) => log.error(error))
    process.exit(0)
  })

await runProgram(async () => {
  const database = await openDatabase(environment)
  closing.push(database.close)
  await migrate(database.url)
  await loadRegister(database.url)
  const isDemonstration = (environment['SAMRAD_DEMO'] ?? (database.isEmbedded ? '1' : '0')) === '1'
  if (isDemonstration) await loadDemonstration(database.url, (message) => log.warn(message))

  const settings = { poolSize: 10, statementTimeoutMs: limits().timeMs }
  const db = readerClient(database.url, 'samrad_public', settings)
  const neighbours = viewerClient(database.url, 'samrad_neighbour', { ...settings, poolSize: 4 })
  const signedIn = viewerClient(database.url, 'samrad_signed_in', settings)
  const porter = porterClient(database.url, { ...settings, poolSize: 4 })
  const courierDb = courierClient(database.url, { ...settings, poolSize: 2 })
  closing.push(
    () => db.$disconnect(),
    neighbours.disconnect,
    signedIn.disconnect,
    () => porter.$disconnect(),
    () => courierDb.$disconnect(),
  )

  const redirectUri = `${adminOrigin}/logg-inn/retur`
  const known = providersFrom(environment)
  const demo = known.length || !isDemonstration ? undefined : await startDemoProvider(redirectUri)
  if (demo) await loadDemoUsers(database.url, demo.settings.issuer)
  const providers = [...known, ...(demo ? [demo.settings] : [])]
  if (!providers.length) log.warn('Nobody can sign in: name a provider of identity in SAMRAD_OIDC_PROVIDERS.')
  const doorkeeper = createDoorkeeper(
    porter,
    providers.map((provider) => createProvider(provider, redirectUri)),
  )

  const from = environment['SAMRAD_MAIL_FROM'] ?? `samrad@${new URL(adminOrigin).hostname}`
  const smtp = environment['SAMRAD_SMTP_URL']
  // The demonstration writes to nobody, unless it is given a post office: its letters lie beside its data.
  const folder = isDemonstration && !smtp ? join(database.folder ?? tmpdir(), 'post') : null
  const postOffice = smtp ? smtpPostOffice(smtp, from) : folder ? folderPostOffice(folder, from) : null
  if (!postOffice) log.warn('No letters are sent: name a post office in SAMRAD_SMTP_URL.')

  const common = { db, log, allowedOrigins, isDemonstration, sendsLetters: postOffice !== null }
  const doors = {
    open: createDoor({ ...common, door: 'open', viewers: neighbours }),
    admin: createDoor({ ...common, door: 'admin', viewers: signedIn, doorkeeper }),
  }
  const { atOnce } = limits()
  // Each its own: a rush of citizens keeps no coordinator out.
  const gates = {
    open: gate(doors.open, atOnce),
    admin: gate(doors.admin, atOnce),
    oneClick: gate(oneClickFor(signedIn), oneClicksAtOnce),
  }
  const isReady = async () => (await db.municipality.findFirst({ select: { id: true } })) !== null
  // A reader that may not read is found out here, not by the first caller.
  await isReady()
  const server = await listen(
    port,
    (request, response) => {
      if (demo?.provider.handle(request, response)) return
      if (isOneClick(request)) return void gates.oneClick(request, response)
      const isDesk = /^\/admin\/graphql(?:[?/]|$)/.test(request.url ?? '')
      // What is answered there is for one person.
      if (isDesk) response.setHeader('cache-control', 'no-store')
      void (isDesk ? gates.admin : gates.open)(request, response)
    },
    isReady,
  )
  closing.push(server.close)

  if (postOffice) {
    const courier = createCourier({
      db: courierDb,
      porter,
      openDoor: askerOf(doors.open),
      adminDoor: askerOf(doors.admin),
      postOffice,
      from,
      origins: { admin: adminOrigin, portal: portalOrigin, api: apiOrigin },
    })
    // Whoever can read and write all the same is not kept from it because letters wait.
    const jobs = await startJobs(database.url, courier, log).catch((error: unknown) => {
      log.error(error, 'No letters are sent: the jobs did not start.')
      return null
    })
    // Before the clients: the letter under way is finished.
    if (jobs) closing.push(jobs.stop)
  }

  console.log(`Open API   ${apiOrigin}/graphql`)
  console.log(`Admin      ${adminOrigin}`)
  console.log(`Portal     ${portalOrigin}`)
  if (database.folder) console.log(`Data       ${database.folder}`)
  if (folder) console.log(`Letters    ${folder}`)
})

async function startDemoProvider(redirectUri: string) {
  const issuer = `${apiOrigin}/demo-idp`
  const clientId = 'samrad'
  const provider: DemoProvider = await createDemoProvider({
    issuer,
    clientId,
    redirectUri,
    isDemonstration: true,
    users: demoUsers.map(({ id, name, roles }) => ({ id, name, kinds: roles.map(({ kind }) => kind) })),
  })
  const proof = { secret: provider.clientSecret }
  return { provider, settings: { key: 'demo', name: 'Demo', issuer, clientId, proof, scope: 'openid profile' } }
}
