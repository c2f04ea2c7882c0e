import { loadDemonstration, loadRegister, migrate, openDatabase, readerClient, runProgram } from '@samrad/db'
import { pino } from 'pino'
import { limits, limitsFrom, setLimits } from './limits.ts'
import { listen } from './listen.ts'
import { createDoor } from './server.ts'

const environment = process.env
setLimits(limitsFrom(environment))
const log = pino({ level: environment['LOG_LEVEL'] ?? 'warn', redact: ['req.headers', 'variables'] })
const port = Number(environment['API_PORT'] ?? 4000)
const portalOrigin = environment['PORTAL_ORIGIN'] ?? `http://localhost:${environment['PORTAL_PORT'] ?? 4002}`
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
    for (const close of closing.toReversed()) await close()
    process.exit(0)
  })

await runProgram(async () => {
  const database = await openDatabase(environment)
  closing.push(database.close)
  await migrate(database.url)
  await loadRegister(database.url)
  const isDemonstration = (environment['SAMRAD_DEMO'] ?? (database.isEmbedded ? '1' : '0')) === '1'
  if (isDemonstration) await loadDemonstration(database.url, (message) => log.warn(message))

  const db = readerClient(database.url, 'samrad_public', { poolSize: 10, statementTimeoutMs: limits().timeMs })
  closing.push(() => db.$disconnect())
  const open = createDoor({ door: 'open', db, log, allowedOrigins, isDemonstration })
  const isReady = async () => (await db.municipality.findFirst({ select: { id: true } })) !== null
  // A reader that may not read is found out here, not by the first caller.
  await isReady()
  const server = await listen(port, open, isReady)
  closing.push(server.close)

  console.log(`Open API   ${environment['API_ORIGIN'] ?? `http://localhost:${server.port}`}/graphql`)
  console.log(`Portal     ${portalOrigin}`)
  if (database.folder) console.log(`Data       ${database.folder}`)
})
