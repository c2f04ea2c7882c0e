import { expect, test, type Page } from '@playwright/test'
import { createBody, deskOf, deskOrigin, freshName, signIn } from '../../support/desk.ts'

test.use({ baseURL: deskOrigin })

const undo = (page: Page) => page.getByRole('button', { name: 'Angre', exact: true }).click()

test('what is done to a document is told, read in its history, and undone', async ({ page }) => {
  await signIn(page, 'Koordinator i Eidskog')
  const title = freshName('Plan')
  await page.goto('/kommune/eidskog/dokumenter/ny')
  await page.getByLabel('Tittel').fill(title)
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByText('Lagret: opprettet.')).toBeVisible()
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Rediger ${title}` })).toBeVisible()
  await page.getByLabel('Utgiver').fill('Kommunen')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByText('Lagret: rettet.')).toBeVisible()
  await undo(page)
  await expect(page.getByText('Angret.')).toBeVisible()
  await expect(page.getByLabel('Utgiver')).toHaveValue('')
  await expect(page.getByText(/Utgiver fra .* til «?Kommunen/)).toBeVisible()
})

test('undoing that something was brought in leads to where its like are', async ({ page }) => {
  await signIn(page, 'Koordinator i Eidskog')
  const name = freshName('Feilført')
  const path = await createBody(page, 'eidskog', name)
  await undo(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Organer' })).toBeVisible()
  await expect(page.getByText('Angret.')).toBeVisible()
  expect((await page.goto(path))?.status()).toBe(404)
})

test('a meeting’s own history is under it, and what is done to it is undone', async ({ page }) => {
  await signIn(page, 'Koordinator i Eidskog')
  const path = await createBody(page, 'eidskog', freshName('Møtende'))
  await page.goto(`${path}/moter`)
  await page.getByLabel('Dag', { exact: true }).fill('2027-03-01')
  await page.getByRole('button', { name: 'Legg til møtet' }).click()
  await expect(page.getByText('Lagret: opprettet.')).toBeVisible()
  await page.getByRole('link', { name: 'Mandag 1. mars 2027' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mandag 1. mars 2027' })).toBeVisible()
  await page.getByLabel('Status').selectOption({ label: 'Avlyst' })
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByText('Lagret: rettet.')).toBeVisible()
  await undo(page)
  await expect(page.getByText('Angret.')).toBeVisible()
  await expect(page.getByLabel('Status')).toHaveValue('PLANNED')
  await expect(page.getByRole('listitem').filter({ hasText: 'Møte endret' })).not.toHaveCount(0)
})

test('what cannot be undone any more says why, and what nobody may undo is not offered', async ({ page, browser }) => {
  await signIn(page, 'Koordinator i Bærum')
  const name = freshName('Overtatt')
  const path = await createBody(page, 'baerum', name)
  const setVisibility = async (label: string) => {
    await page.goto(`${path}/synlighet`)
    await page.getByLabel(label).check()
    await page.getByRole('button', { name: 'Lagre' }).click()
    await expect(page.getByText('Lagret: synlighet endret.')).toBeVisible()
  }
  await setVisibility('Offentlig')
  await setVisibility('Delt med naboer')
  await page.goto(`/kommune/baerum/hendelser?sok=${encodeURIComponent(name)}`)
  await page.locator('tbody tr').nth(1).getByRole('link').first().click()
  await page.getByRole('button', { name: /^Angre/ }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  const address = new URL(page.url()).pathname

  const leader = await deskOf(browser, 'Leder av SLT-styret i Bærum')
  await leader.goto(address)
  await expect(leader.getByRole('heading', { level: 1, name: `Organ: ${name}` })).toBeVisible()
  await expect(leader.getByRole('button', { name: /^Angre/ })).toHaveCount(0)
})
