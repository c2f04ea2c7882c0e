import { expect, test, type Page } from '@playwright/test'
import { createBody, deskOrigin, freshName, signIn } from '../../support/desk.ts'

test.use({ baseURL: deskOrigin })

const names = (page: Page) => page.locator('tbody th').allInnerTexts()
const csvOf = async (page: Page, address: string) => {
  const answer = await page.request.get(address)
  expect(answer.headers()['content-type']).toBe('text/csv; charset=utf-8')
  return (await answer.text()).replace('\uFEFF', '').trim().split('\r\n')
}
async function search(page: Page, text: string) {
  await page.getByLabel('Søk').fill(text)
  await page.getByRole('button', { name: 'Vis', exact: true }).click()
  await expect(page).toHaveURL(/sok=/)
}

test('a list is searched, sorted and downloaded, and what has ended is restored', async ({ page }) => {
  await signIn(page, 'Koordinator i Eidskog')
  const name = freshName('Søkbar')
  const path = await createBody(page, 'eidskog', name)
  await page.goto('/kommune/eidskog/organ')
  await search(page, name)
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.getByRole('link', { name: 'Navn' }).click()
  await expect(page.getByRole('columnheader', { name: /Navn/ })).toHaveAttribute('aria-sort', 'ascending')
  const csv = await csvOf(page, `/kommune/eidskog/organ/liste.csv?sok=${encodeURIComponent(name)}`)
  expect(csv[1]).toMatch(new RegExp(`^${name};`))

  await page.goto(`${path}/avslutt`)
  await page.getByLabel('Første dag det ikke lenger er til').fill('2026-01-01')
  await page.getByRole('button', { name: 'Avslutt' }).click()
  await expect(page.getByText('Lagret: avsluttet.')).toBeVisible()
  await page.goto(`/kommune/eidskog/avsluttet?sok=${encodeURIComponent(name)}&bare=COMING`)
  await expect(page.getByText('0 i alt.')).toHaveCount(0)
  await expect(page.locator('tbody')).toHaveCount(0)
  await page.goto(`/kommune/eidskog/avsluttet?sok=${encodeURIComponent(name)}&bare=ENDED`)
  expect(await csvOf(page, `/kommune/eidskog/avsluttet/liste.csv?sok=${encodeURIComponent(name)}`)).toEqual([
    'Navn;Hva slags;Status;Når',
    `${name};Organ;avsluttet;2026-01-01`,
  ])
  await page.getByRole('link', { name: `Gjenopprett ${name}` }).click()
  await page.getByRole('button', { name: 'Gjenopprett' }).click()
  await expect(page.getByText('Lagret: gjenopprettet.')).toBeVisible()
})

test('documents are searched, narrowed by their links, sorted by day and downloaded', async ({ page }) => {
  await signIn(page, 'Koordinator i Bærum')
  const plan = freshName('Listeplan')
  for (const [title, day, url] of [
    [`${plan} A`, '2024-05-01', 'https://kommune.example/a.pdf'],
    [`${plan} B`, '2021-12-31', ''],
    [`${plan} C`, '', ''],
  ] as const) {
    await page.goto('/kommune/baerum/dokumenter/ny')
    await page.getByLabel('Tittel').fill(title)
    await page.getByLabel('Publisert', { exact: true }).fill(day)
    await page.getByLabel('Nettadresse').fill(url)
    await page.getByRole('button', { name: 'Lagre' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Dokumenter' })).toBeVisible()
  }
  await search(page, plan)
  expect(await names(page)).toEqual([`${plan} A`, `${plan} B`, `${plan} C`])
  await page.getByRole('link', { name: 'Publisert' }).click()
  await expect(page.getByRole('columnheader', { name: /Publisert/ })).toHaveAttribute('aria-sort', 'ascending')
  expect(await names(page)).toEqual([`${plan} B`, `${plan} A`, `${plan} C`])
  await page.getByLabel('Nettadresse').selectOption({ label: 'Med nettadresse' })
  await page.getByRole('button', { name: 'Vis', exact: true }).click()
  await expect(page.getByText(/^1 av /)).toBeVisible()
  const address = `/kommune/baerum/dokumenter/liste.csv${new URL(page.url()).search}`
  expect((await csvOf(page, address)).slice(1)).toEqual([`${plan} A;;1. mai 2024;https://kommune.example/a.pdf`])
})

test('what was done is searched by thing, kind and person, read from either end, and downloaded', async ({ page }) => {
  // Fifty-two acts come first.
  test.setTimeout(60_000)
  await signIn(page, 'Koordinator i Lillehammer')
  const name = freshName('Hendt')
  const path = await createBody(page, 'lillehammer', name)
  const headers = { origin: deskOrigin, accept: 'text/html' }
  for (let nth = 1; nth <= 52; nth++) {
    const form = { visibility: nth % 2 ? 'PUBLIC' : 'INTERNAL', _version: nth, _key: crypto.randomUUID() }
    const answer = await page.request.post(`${path}/synlighet`, { form, headers })
    expect(answer.url()).toContain('lagret=')
  }
  await page.goto('/kommune/lillehammer/hendelser')
  await search(page, name)
  await expect(page.getByText(/^53 (av|i alt)/)).toBeVisible()
  await expect(page.locator('tbody tr')).toHaveCount(50)
  await page.getByRole('link', { name: 'Neste side' }).click()
  await expect(page.locator('tbody tr')).toHaveCount(3)
  await expect(page.locator('tbody tr').last()).toContainText('Opprettet')
  await page.getByRole('link', { name: 'Forrige side' }).click()
  await expect(page.locator('tbody tr')).toHaveCount(50)
  await page.getByRole('link', { name: 'Når' }).click()
  await expect(page.locator('tbody tr').first()).toContainText('Opprettet')
  await page.getByRole('link', { name: 'Neste side' }).click()
  await expect(page.locator('tbody tr')).toHaveCount(3)
  await expect(page.locator('tbody tr').last()).not.toContainText('Opprettet')
  const csv = await csvOf(page, `/kommune/lillehammer/hendelser/liste.csv?sok=${encodeURIComponent(name)}`)
  expect(csv).toHaveLength(54)
  expect(csv[53]).toContain(`;Opprettet;Organ;${name};Koordinator i Lillehammer`)
  await page.goto(`/kommune/lillehammer/hendelser?sok=${encodeURIComponent(name)}&bare=Area`)
  await expect(page.locator('tbody')).toHaveCount(0)
  await page.getByRole('link', { name: 'Vis alle' }).click()
  await expect(page.locator('tbody tr').first()).toBeVisible()
})
