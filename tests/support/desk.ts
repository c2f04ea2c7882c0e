import { expect, type Browser, type Page } from '@playwright/test'

export const deskOrigin = 'http://localhost:4101'
export const portalOrigin = 'http://localhost:4102'

/** Signs in at the desk as one of the demonstration's users. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`${deskOrigin}/logg-inn`)
  await page.getByRole('link', { name: /Logg inn med/ }).click()
  await page
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .click()
  await expect(page.getByText(name).first()).toBeVisible()
}

/** A desk of its own, signed in. */
export async function deskOf(
  browser: Browser,
  name: string,
  options: { javaScriptEnabled?: boolean } = {},
): Promise<Page> {
  const context = await browser.newContext({ locale: 'nb-NO', baseURL: deskOrigin, ...options })
  const page = await context.newPage()
  await signIn(page, name)
  return page
}

/** Waits until the scripts have taken the page over. What is typed before is kept; what only scripts do is not there yet. */
export async function scriptsReady(page: Page): Promise<void> {
  await expect(page.locator('html[data-scripts=ready]')).toBeAttached({ timeout: 15_000 })
}

/** A name that no other test uses. */
export const freshName = (what: string): string => `${what} ${crypto.randomUUID().slice(0, 8)}`

/** Creates a body in the municipality of the coordinator; leaves the page at it. */
export async function createBody(page: Page, municipality: string, name: string): Promise<string> {
  await page.goto(`${deskOrigin}/kommune/${municipality}/organ/ny`)
  await page.getByLabel('Navn', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Opprett', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  return new URL(page.url()).pathname
}

/** A meeting that has been, with two items; leaves the page at its minutes. Returns the address of the meeting. */
export async function meet(page: Page, body: string, visibility = 'Intern'): Promise<string> {
  await page.goto(`${body}/moter`)
  await page.getByLabel('Dag', { exact: true }).fill('2026-01-14')
  await page.getByLabel('Synlighet', { exact: true }).last().selectOption({ label: visibility })
  await page.getByRole('button', { name: 'Legg til møtet' }).click()
  await expect(page.getByText('Lagret: opprettet.')).toBeVisible()
  const meeting = new URL(page.url()).pathname
  for (const title of ['Skoleveier', 'Uteliv']) {
    await page.getByLabel('Sak', { exact: true }).fill(title)
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-item]').filter({ hasText: title })).toBeVisible()
  }
  await page.goto(`${meeting}/referat`)
  await scriptsReady(page)
  return meeting
}
