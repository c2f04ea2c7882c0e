import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from '../../support/axe.ts'
import { createBody, deskOf, deskOrigin, freshName, portalOrigin, scriptsReady, signIn } from '../../support/desk.ts'

test.use({ baseURL: deskOrigin })
test.describe.configure({ timeout: 90_000 })

/** Goes on with the tab key until it stands on what has that name. */
async function tabTo(page: Page, name: RegExp | string) {
  const target = page
    .getByRole('button', { name })
    .or(page.getByRole('checkbox', { name }))
    .or(page.getByRole('link', { name }))
  for (let step = 0; step < 200; step++) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`never came to ${String(name)}`)
}

test('a year of Bergen’s four local councils is planned by keyboard, in rounds that they share', async ({ page }) => {
  await signIn(page, 'Koordinator i Bergen')
  await page.goto('/kommune/bergen/moter?aar=2031')
  await tabTo(page, 'Planlegg møtene i 2031')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Planlegg møtene i 2031' })).toBeVisible()
  await scriptsReady(page)
  for (const area of ['nord', 'sentrum', 'Sør', 'vest']) {
    await tabTo(page, `Lokalt Politiråd Byområde Bergen ${area}`)
    await page.keyboard.press('Space')
  }
  await tabTo(page, 'Foreslå møter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: /Bergen vest/ })).toBeVisible()
  await expectAccessible(page)
  await scriptsReady(page)
  // One in each quarter, on the weekday of each council.
  const west = page.getByRole('group', { name: /Bergen vest/ })
  await expect(west.getByRole('checkbox', { checked: true })).toHaveCount(4)
  await expect(west.getByLabel(/^Dag/).first()).toHaveValue('2031-02-12')
  await expect(west.getByLabel('Runde').first()).toHaveValue('1/31')
  await tabTo(page, 'Lagre planen')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Planen er lagret. Nye møter: 16.')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: '1/31' })).toHaveCount(4)
  // Citizens see the year at once: local councils are public.
  await page.goto(`${portalOrigin}/kommune/bergen/moter?aar=2031`)
  await expect(page.getByText('12. februar').first()).toBeVisible()
  // What is planned is not suggested again.
  await page.goto('/kommune/bergen/moter/plan?organ=lokalt-politiraad-vest&aar=2031')
  await expect(page.getByText('Ingen flere møter å foreslå')).toBeVisible()
})

test('what is wrong with a plan is said where it stands, and what was typed is there still, also without scripts', async ({
  browser,
}) => {
  const page = await deskOf(browser, 'Koordinator i Eidskog', { javaScriptEnabled: false })
  const name = freshName('Råd')
  const body = await createBody(page, 'eidskog', name)
  await page.goto(`${body}/moter`)
  await page.getByRole('link', { name: 'Planlegg et år' }).click()
  await expect(page.getByRole('checkbox', { name, exact: true })).toBeChecked()
  await expect(page.getByText('Ingen flere møter å foreslå')).toBeVisible()
  await page.getByLabel('Antall møter i året').fill('2')
  await page.getByLabel('Ukedag').selectOption({ label: 'Torsdag' })
  await page.getByLabel('År', { exact: true }).fill('2027')
  await page.getByLabel('Antall møter i året').fill('99')
  await page.getByRole('button', { name: 'Foreslå møter' }).click()
  await expect(page.getByText('Skriv et tall fra 1 til 60')).toBeVisible()
  await expect(page.getByLabel('Antall møter i året')).toHaveValue('99')
  await page.getByLabel('Antall møter i året').fill('2')
  await page.getByRole('button', { name: 'Foreslå møter' }).click()
  const part = page.getByRole('group', { name })
  await expect(part.getByLabel(/^Dag/).nth(0)).toHaveValue('2027-04-01')
  await expect(part.getByLabel(/^Dag/).nth(1)).toHaveValue('2027-09-30')
  await part.getByLabel('Begynner').fill('kl. ni')
  await part.getByLabel('Sted').fill('Rådhuset')
  await part.getByLabel(/^Dag/).nth(2).fill('2027-12-02')
  await part.getByRole('checkbox').nth(2).check()
  await page.getByRole('button', { name: 'Lagre planen' }).click()
  await expect(part.getByLabel('Begynner')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('.ds-error-summary').getByRole('link')).toHaveAttribute('href', '#b0-startsAt')
  await expect(part.getByLabel('Sted')).toHaveValue('Rådhuset')
  await expect(part.getByLabel(/^Dag/).nth(2)).toHaveValue('2027-12-02')
  await part.getByLabel('Begynner').fill('09:00')
  await page.getByRole('button', { name: 'Lagre planen' }).click()
  await expect(page.getByText('Planen er lagret. Nye møter: 3.')).toBeVisible()
})

test('a school break is entered, kept off by the plan, and removed again', async ({ page }) => {
  await signIn(page, 'Koordinator i Lillehammer')
  await page.goto('/kommune/lillehammer/skoleferier?aar=2032')
  await page.getByLabel('Navn', { exact: true }).fill('Vinterferie')
  await page.getByLabel('Første dag').fill('2032-02-16')
  await page.getByLabel('Siste dag').fill('2032-02-13')
  await page.getByRole('button', { name: 'Legg til skoleferien' }).click()
  await expect(page.getByLabel('Siste dag')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Navn', { exact: true })).toHaveValue('Vinterferie')
  await page.getByLabel('Siste dag').fill('2032-02-20')
  await page.getByRole('button', { name: 'Legg til skoleferien' }).click()
  await expect(page.getByText('16. februar 2032 til 20. februar 2032')).toBeVisible()
  await expectAccessible(page)
  await page.goto('/kommune/lillehammer/moter/plan?aar=2032')
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Foreslå møter' }).click()
  await expect(page.getByText('Vinterferie 16. februar 2032 til 20. februar 2032')).toBeVisible()
  await page.goto('/kommune/lillehammer/skoleferier?aar=2032')
  await page.getByRole('button', { name: 'Fjern Vinterferie' }).click()
  await expect(page.getByText('Ingen skoleferier er lagt inn.')).toBeVisible()
})
