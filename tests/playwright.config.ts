import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium } from './support/chromium.ts'

const [apiPort, portalPort] = ['4100', '4102']
// Workers read this file again; the folder is the first reader's.
process.env['SAMRAD_BROWSER_DATA'] ??= mkdtempSync(join(tmpdir(), 'samrad-browser-'))
const env = {
  SAMRAD_DATA_DIR: process.env['SAMRAD_BROWSER_DATA'],
  DATABASE_URL: '',
  API_PORT: apiPort,
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
    trace: 'retain-on-failure',
  },
  webServer: [
    {
      command: 'npm start --silent -w apps/api',
      cwd: '..',
      env,
      url: `http://localhost:${apiPort}/readyz`,
      gracefulShutdown,
    },
    {
      command: 'npm start --silent -w apps/portal',
      cwd: '..',
      env,
      url: `http://localhost:${portalPort}/robots.txt`,
      gracefulShutdown,
    },
  ],
})
