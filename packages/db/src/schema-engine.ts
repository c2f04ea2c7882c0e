import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { Pool } from 'pg'

const prismaFolder = join(import.meta.dirname, '../prisma')
export const migrationsFolder = join(prismaFolder, 'migrations')
/** The Prisma schema as of the last migration: what the next one is compared with. */
export const lastSchemaFile = join(migrationsFolder, 'schema-after-last.prisma')

const filters = { externalTables: [], externalEnums: [] }

/** Prisma's schema engine, from its WebAssembly build: the native one is a download. */
export async function openSchemaEngine(connectionString: string) {
  startWasm()
  const schema = currentSchema()
  const pools: Pool[] = []
  const factory = bindMigrationAwareSqlAdapterFactory(wholeScripts(new PrismaPg({ connectionString }), pools))
  const opened = await engine.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, factory)
  return {
    /** SQL that takes the schema of the last migration to the present one. Empty when nothing changed. */
    proposeSql: async (lastSchema: string | undefined): Promise<string> => {
      const { stdout } = await opened.diff({
        from: lastSchema ? datamodel(lastSchema) : { tag: 'empty' },
        to: datamodel(schema),
        script: true,
        exitCode: null,
        filters,
      })
      return stdout ?? ''
    },
    /** Runs what is not in `_prisma_migrations` yet; returns the names that ran. */
    applyMigrations: async (): Promise<string[]> => {
      const { appliedMigrationNames } = await opened.applyMigrations({ filters, migrationsList: migrationsList() })
      return appliedMigrationNames
    },
    close: async (): Promise<void> => {
      await Promise.all(pools.map((pool) => pool.end()))
    },
  }
}

export function currentSchema(): string {
  const folder = join(prismaFolder, 'schema')
  const files = readdirSync(folder).filter((name) => name.endsWith('.prisma'))
  return files
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}

/** Held while a migration's script runs, also when its program has died. */
export const scriptLock = 7_346_202

// The adapter cuts scripts at every semicolon, also inside functions and comments. PostgreSQL itself takes a whole script, as one transaction.
function wholeScripts(factory: PrismaPg, pools: Pool[]): PrismaPg {
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    pools.push(adapter.underlyingDriver())
    adapter.executeScript = async (script) => {
      const noted = `UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL`
      try {
        await adapter.underlyingDriver().query(`SELECT pg_advisory_xact_lock(${scriptLock});\n${script}\n;${noted}`)
      } catch (error) {
        // In the engine's own words, else the cause is lost on the way through it.
        return adapter['onError'](error)
      }
    }
    return adapter
  }
  return factory
}

const datamodel = (content: string): engine.DiffTarget => ({
  tag: 'schemaDatamodel',
  files: [{ path: 'schema.prisma', content }],
})

function migrationsList() {
  const names = readdirSync(migrationsFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(join(migrationsFolder, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: names
      .map(({ name }) => name)
      .sort()
      .map((path) => ({ path, migrationFile: { path: 'migration.sql', content: fileContent(path) } })),
  }
}

const fileContent = (migration: string) =>
  ({ tag: 'ok', value: readFileSync(join(migrationsFolder, migration, 'migration.sql'), 'utf8') }) as const

let isStarted = false
function startWasm(): void {
  if (isStarted) return
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm')
  const module = new WebAssembly.Module(readFileSync(file))
  const { exports } = new WebAssembly.Instance(module, {
    './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports,
  })
  engine.__wbg_set_wasm(exports)
  const start = exports.__wbindgen_start
  if (typeof start === 'function') start()
  isStarted = true
}
