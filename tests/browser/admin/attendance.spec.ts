import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from '../../support/axe.ts'
import { deskOf, deskOrigin, meet, scriptsReady, signIn } from '../../support/desk.ts'

test.use({ baseURL: deskOrigin })
test.describe.configure({ timeout: 90_000 })

const body = '/kommune/eidskog/organ/slt-arbeidsgruppe'
const line = (page: Page, who: string) => page.getByRole('radiogroup', { name: who, exact: true })
const choose = (page: Page, who: string, what: string) => line(page, who).getByLabel(what).check()
const names = (page: Page) =>
  page.getByRole('radiogroup').evaluateAll((groups) => groups.map((group) => group.getAttribute('aria-label') ?? ''))

test('who came is recorded by function, for the whole meeting or all but some items', async ({ page, browser }) => {
  await signIn(page, 'Koordinator i Eidskog')
  const meeting = await meet(page, body)
  await page.getByRole('link', { name: 'Før fremmøte' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Fremmøte/)
  await scriptsReady(page)
  const [first = '', second = '', third = ''] = await names(page)

  await choose(page, second, 'Meldt forfall')
  await page.getByRole('button', { name: 'Sett alle som ikke er ført' }).click()
  await expect(line(page, second).getByLabel('Meldt forfall')).toBeChecked()
  await expect(line(page, third).getByLabel('Til stede')).toBeChecked()
  const item = page.getByRole('group', { name: `Saker ${first} ikke var med på` })
  await page.getByText('Var ikke med på alle sakene').first().click()
  await item.getByLabel('2. Uteliv').check()
  await page.getByLabel('Funksjon', { exact: true }).fill('Helsesykepleier')
  await expectAccessible(page)
  await page.reload()
  await expect(line(page, second).getByLabel('Meldt forfall')).toBeChecked()
  await page.getByRole('button', { name: 'Lagre fremmøtet' }).click()
  await expect(page.getByText('Lagret: fremmøte ført.')).toBeVisible()
  await expect(page.getByText(`${first} (ikke under sak 2)`)).toBeVisible()
  await expect(page.getByText('Helsesykepleier')).toBeVisible()

  // Somebody else says something in the meantime: both stay.
  const other = await deskOf(browser, 'Koordinator i Eidskog')
  await other.goto(`${meeting}/fremmote`)
  await page.goto(`${meeting}/fremmote`)
  for (const one of [other, page]) await scriptsReady(one)
  await choose(other, second, 'Vara møtte')
  await other.getByRole('button', { name: 'Lagre fremmøtet' }).click()
  await expect(other.getByText('Lagret: fremmøte ført.')).toBeVisible()
  await choose(page, second, 'Ikke møtt')
  await choose(page, third, 'Meldt forfall')
  await page.getByRole('button', { name: 'Lagre fremmøtet' }).click()
  await expect(page.getByText('Noen andre har ført fremmøte')).toBeVisible()
  await expect(line(page, second).getByLabel('Ikke møtt')).toBeChecked()
  await page.getByRole('button', { name: 'Lagre fremmøtet' }).click()
  await expect(page.getByText('Lagret: fremmøte ført.')).toBeVisible()
  await expect(page.locator('dd').filter({ hasText: third })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('attendance is a plain form', async ({ page, browser }) => {
    const scripted = await deskOf(browser, 'Koordinator i Eidskog', { javaScriptEnabled: true })
    const meeting = await meet(scripted, body)
    await signIn(page, 'Koordinator i Eidskog')
    await page.goto(`${meeting}/fremmote`)
    const [first = ''] = await names(page)
    await choose(page, first, 'Til stede')
    await page.getByLabel('Funksjon', { exact: true }).fill('Bydelsoverlege')
    await page.getByRole('button', { name: 'Lagre fremmøtet' }).click()
    await expect(page.locator('dd').filter({ hasText: `${first}; Bydelsoverlege` })).toBeVisible()
  })
})
