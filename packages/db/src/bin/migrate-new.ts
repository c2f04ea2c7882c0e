import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../open-database.ts'
import { currentSchema, lastSchemaFile, migrationsFolder, openSchemaEngine } from '../schema-engine.ts'

const sentence = process.argv.slice(2).join(' ').trim()
if (!sentence) {
  console.error('Say what the migration does: npm run migrate:new -- "<sentence>"')
  process.exit(1)
}

const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const words = sentence.normalize('NFKD').toLowerCase().replace(/æ/g, 'ae').replace(/ø/g, 'o')
const name = `${stamp}_${words
  .replace(/\p{M}/gu, '')
  .replace(/[^a-z0-9]+/g, '_')
  .replace(/^_|_$/g, '')}`

const database = await openDatabase(process.env)
try {
  const engine = await openSchemaEngine(database.url)
  const sql = await engine.proposeSql(existsSync(lastSchemaFile) ? readFileSync(lastSchemaFile, 'utf8') : undefined)
  await engine.close()
  mkdirSync(join(migrationsFolder, name), { recursive: true })
  writeFileSync(join(migrationsFolder, name, 'migration.sql'), `-- ${sentence}\n\n${sql.trim()}\n`)
  writeFileSync(lastSchemaFile, currentSchema())
  console.log(`Read and complete packages/db/prisma/migrations/${name}/migration.sql, then run npm run migrate`)
} finally {
  await database.close()
}
