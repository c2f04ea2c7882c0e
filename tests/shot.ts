import { chromium } from '@playwright/test'
import { findChromium } from './support/chromium.ts'
const { executablePath, args, env } = (await findChromium()) as any
const browser = await chromium.launch({ executablePath, args, env })
const [user, ...urls] = process.argv.slice(2)
for (const width of [1280, 360]) {
  const context = await browser.newContext({ locale: 'nb-NO', viewport: { width, height: 900 } })
  const page = await context.newPage()
  if (user !== '-') {
    await page.goto('http://localhost:4001/logg-inn')
    await page.getByRole('link', { name: /Logg inn med/ }).click()
    await page
      .getByRole('button', { name: new RegExp(`^${user}`) })
      .first()
      .click()
    await page.waitForLoadState('networkidle')
  }
  for (const [n, url] of urls.entries()) {
    await page.goto(url!)
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: `/tmp/shot-${n}-${width}.png`, fullPage: true })
  }
}
await browser.close()
