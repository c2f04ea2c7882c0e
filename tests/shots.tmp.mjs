import { chromium } from '@playwright/test'
import { findChromium } from './support/chromium.ts'
const [, , who, width, ...paths] = process.argv
const browser = await chromium.launch(await findChromium())
const context = await browser.newContext({ locale: 'nb-NO', viewport: { width: Number(width), height: 900 } })
const page = await context.newPage()
const errors = []
page.on('console', (m) => m.type() === 'error' && errors.push(m.text()))
page.on('pageerror', (e) => errors.push(e.message))
await page.goto('http://localhost:4001/logg-inn')
await page.getByRole('link', { name: /Logg inn med/ }).click()
await page
  .getByRole('button', { name: new RegExp('^' + who) })
  .first()
  .click()
await page.waitForLoadState('networkidle')
let nth = 0
for (const path of paths) {
  await page.goto('http://localhost:4001' + path)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: `/tmp/shot-${width}-${nth++}.png`, fullPage: true })
}
console.log(errors)
await browser.close()
