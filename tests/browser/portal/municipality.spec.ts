import { expect, test } from '@playwright/test'

test('a citizen finds a municipality in the list and reads its page', async ({ page }) => {
  await page.goto('/kommuner')
  await page.getByRole('link', { name: 'Bergen', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Bergen kommune' })).toBeVisible()
  await expect(page).toHaveURL('/kommune/bergen')
})

test('a municipality number leads to the permanent address', async ({ page }) => {
  await page.goto('/kommune/0219')
  await expect(page).toHaveURL('/kommune/baerum')
})
