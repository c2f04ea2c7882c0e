import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium } from './support/chromium.ts'

const [apiPort, adminPort, portalPort] = ['4100', '4101', '4102']
// A portal whose API is not there.
const [noApiPort, lonelyPort] = ['4199', '4103']
// Workers read this file again; the folder is the first reader's.
process.env['SAMRAD_BROWSER_DATA'] ??= mkdtempSync(join(tmpdir(), 'samrad-browser-'))
const env = {
  SAMRAD_DATA_DIR: process.env['SAMRAD_BROWSER_DATA'],
  DATABASE_URL: '',
  API_PORT: apiPort,
  ADMIN_PORT: adminPort,
  PORTAL_PORT: portalPort,
}
const gracefulShutdown = { signal: 'SIGTERM', timeout: 10_000 } as const

export default defineConfig({
  testDir: 'browser',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${portalPort}`,
    launchOptions: await findChromium(),
    locale: 'nb-NO',
    // A trace costs a quarter of the time; who looks into a failure runs that test again.
    trace: process.env['CI'] ? 'off' : 'retain-on-failure',
  },
  webServer: [
    server('api', `http://localhost:${apiPort}/readyz`, env),
    server('admin', `http://localhost:${adminPort}/healthz`, env),
    server('portal', `http://localhost:${portalPort}/healthz`, env),
    server('portal', `http://localhost:${lonelyPort}/healthz`, {
      ...env,
      API_PORT: noApiPort,
      PORTAL_PORT: lonelyPort,
    }),
  ],
})

function server(app: string, url: string, env: Record<string, string>) {
  return { command: `npm start --silent -w apps/${app}`, cwd: '..', env, url, gracefulShutdown }
}
