import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium, { inflate } from '@sparticuz/chromium'
import { chromiumPath } from './environment.ts'

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

// The flags of @sparticuz/chromium hold --single-process, which dies when a page closes.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--no-first-run',
]

/** A real browser: the one named by CHROMIUM_PATH, the system's, or the one that comes from npm with the libraries it needs. */
export async function findChromium() {
  const found = chromiumPath ?? systemPaths.find((path) => existsSync(path))
  if (found) return { executablePath: found, args }
  const folder = await inflate(join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br'))
  const executablePath = await chromium.executablePath()
  const libraries = join(folder ?? join(tmpdir(), 'al2023'), 'lib')
  return { executablePath, args, env: { LD_LIBRARY_PATH: libraries } }
}
