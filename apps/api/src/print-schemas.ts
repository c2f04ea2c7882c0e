import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { schemaFor } from './schema.ts'

const folder = join(import.meta.dirname, '../../../packages/schema')

for (const door of ['open', 'admin'] as const)
  writeFileSync(join(folder, `${door}.graphql`), `${printSchema(lexicographicSortSchema(schemaFor(door)))}\n`)
