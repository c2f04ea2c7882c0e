import { expect, test } from '@playwright/test'
import { expectAccessible } from '../../support/axe.ts'

test.use({ baseURL: 'http://localhost:4103' })

test('a citizen is told kindly when the API does not answer, and has a way on', async ({ page }) => {
  for (const path of ['/', '/kommune/bergen', '/sok?q=bergen', '/kommune/bergen/struktur.csv']) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(503)
  }
  await page.goto('/kommune/bergen')
  await expect(page.getByRole('heading', { level: 1, name: 'Tjenesten svarer ikke akkurat nå' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('main').getByRole('link', { name: 'Forsiden' }).click()
  expect((await page.request.get('/readyz')).status()).toBe(503)
  expect((await page.request.get('/healthz')).status()).toBe(200)
  const about = await page.goto('/om-slt')
  expect(about?.status()).toBe(200)
})
