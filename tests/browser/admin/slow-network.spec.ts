import { expect, test, type Page } from '@playwright/test'
import { deskOrigin, freshName, scriptsReady, signIn } from '../../support/desk.ts'

test('what is typed before the scripts of a page have come is still there when they have, and is saved', async ({
  page,
}) => {
  await signIn(page, 'Koordinator i Eidskog')
  const comeNow = await holdBackScripts(page)
  const text = freshName('Hvor mange har fritidskort')
  await page.goto(`${deskOrigin}/kommune/eidskog/organ/slt-arbeidsgruppe/oppfolging`, { waitUntil: 'commit' })
  await page.getByLabel('Hva slags').selectOption({ label: 'Bestilling' })
  await page.getByLabel('Hva skal gjøres').fill(text)
  await page.getByLabel('Frist').first().fill('2099-03-01')
  await page.getByLabel('Hvem har ansvaret').first().fill('Ungdoms-LOS')
  await page.getByLabel('Hvem har ansvaret').nth(1).fill('Politikontakt')
  comeNow()
  await scriptsReady(page)
  await expect(page.getByLabel('Hva slags')).toHaveValue('COMMISSION')
  await expect(page.getByLabel('Hva skal gjøres')).toHaveValue(text)
  await expect(page.getByLabel('Hvem har ansvaret').nth(1)).toHaveValue('Politikontakt')
  await page.getByRole('button', { name: 'Legg til' }).click()
  await expect(page.getByText('Lagret: oppfølgingspunkt')).toBeVisible()
  await page.getByRole('link', { name: text }).click()
  await expect(page.getByText('Politikontakt').first()).toBeVisible()
  await expect(page.getByText('1. mars 2099').first()).toBeVisible()
})

test('rows that are filled in before the scripts have come stay, in whichever part of the form', async ({ page }) => {
  await signIn(page, 'Koordinator i Eidskog')
  const comeNow = await holdBackScripts(page)
  await page.goto(`${deskOrigin}/kommune/eidskog/organ/ny`, { waitUntil: 'commit' })
  const name = freshName('Treg gruppe')
  await page.getByLabel('Navn', { exact: true }).fill(name)
  await page.locator('[name="municipalities.1"]').fill('Lillehammer')
  await page.locator('[name="cadences.0.kind"]').selectOption('INTERVAL')
  await page.locator('[name="cadences.0.every"]').fill('4')
  await page.locator('[name="duties.0.parties.0"]').fill('Ungdoms-LOS')
  comeNow()
  await scriptsReady(page)
  await expect(page.locator('[name="municipalities.0"]')).toHaveValue('Lillehammer')
  await expect(page.locator('[name="cadences.0.kind"]')).toHaveValue('INTERVAL')
  await expect(page.locator('[name="cadences.0.every"]')).toHaveValue('4')
  await expect(page.locator('[name="duties.0.parties.0"]')).toHaveValue('Ungdoms-LOS')
})

/** No script of a page comes before what is returned is called. */
async function holdBackScripts(page: Page): Promise<() => void> {
  let comeNow = () => {}
  const held = new Promise<void>((resolve) => (comeNow = resolve))
  await page.route(/\.js$/, async (route) => {
    await held
    await route.continue()
  })
  return comeNow
}
