import { createHash, randomBytes } from 'node:crypto'
import { newId } from '../ids.ts'
import { migrate } from '../migrate.ts'
import { openDatabase } from '../open-database.ts'
import { runProgram } from '../setup-error.ts'
import { inTransaction } from '../transaction.ts'

// The first to sign in cannot be invited by anybody: whoever runs the installation makes their link here.
await runProgram(async () => {
  const database = await openDatabase(process.env)
  try {
    await migrate(database.url)
    const token = randomBytes(32).toString('base64url')
    const hash = createHash('sha256').update(token).digest('hex')
    await inTransaction(database.url, (client) =>
      client.query(
        `INSERT INTO invitation (id, kind, token_hash, expires_at) VALUES ($1, 'operator', $2, now() + interval '14 days')`,
        [newId(), hash],
      ),
    )
    const origin = process.env['ADMIN_ORIGIN'] ?? `http://localhost:${process.env['ADMIN_PORT'] ?? 4001}`
    console.log(`Who opens this link within 14 days and signs in runs the installation:\n${origin}/invitasjon/${token}`)
  } finally {
    await database.close()
  }
})
// The schema engine leaves a timer behind.
process.exit()
