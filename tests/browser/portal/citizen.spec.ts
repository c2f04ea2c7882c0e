import { expect, test } from '@playwright/test'
import { expectAccessible } from '../../support/axe.ts'

test('a citizen finds a council by searching, and reads who leads it and when it meets', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('searchbox').fill('overordna politirad')
  await page.keyboard.press('Enter')
  await page
    .getByRole('link', { name: /Overordna politiråd/i })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Overordna politiråd/i)
  const leads = page.getByRole('region', { name: 'Leder, møteleder og sekretariat' })
  await expect(leads).toContainText('Møteleder')
  await expect(leads).toContainText(/Byrådsleder/i)
  await expect(page.getByText('Onsdag 20. februar 2019')).toBeVisible()
  await expect(page.getByText('ikke kjent').first()).toBeVisible()
})

test('a citizen follows the structure chart from municipality to council to area', async ({ page }) => {
  await page.goto('/kommune/bergen')
  const chart = page.getByRole('region', { name: 'Slik er samarbeidet organisert' })
  await expect(chart.getByRole('link', { name: /Lokalt politiråd/i })).toHaveCount(4)
  await chart.getByRole('link', { name: /Sentrum/i }).click()
  await expect(page.getByText('SLT', { exact: false }).first()).toBeVisible()
  await page.getByRole('link', { name: 'Byområde Bergen Sentrum' }).first().click()
  await expect(page.getByText('83 352')).toBeVisible()
  await expect(page.getByText('Grensene er ikke de samme som områdets.')).toBeVisible()
})

test('a citizen sees how it was on a date, and what has changed since', async ({ page }) => {
  await page.goto('/kommune/baerum')
  await page.getByLabel('Vis slik det var på dato').fill('2016-12-31')
  await page.getByRole('button', { name: 'Vis', exact: true }).click()
  await expect(page.getByText('Du ser hvordan det var 31. desember 2016.')).toBeVisible()
  const chart = page.getByRole('region', { name: 'Slik er samarbeidet organisert' })
  await expect(chart.getByRole('link', { name: /^Ungdomsteam/ })).toHaveCount(4)

  await chart.getByRole('link', { name: /^Styret/ }).click()
  await expect(page).toHaveURL(/dato=2016-12-31/)
  await expect(page.getByRole('cell', { name: /regionsdirektør/i }).first()).toBeVisible()

  await page.goto('/kommune/baerum/sammenlign?fra=2016-12-31&til=2021-10-01')
  await expect(page.getByRole('heading', { name: 'Falt bort' }).first()).toBeVisible()
  await expect(page.getByText('Ungdomsteam vestre Bærum 13-16')).toBeVisible()
})

test('a citizen uses the portal by keyboard alone', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Hopp til innholdet' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('eidskog')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/sok\?q=eidskog/)
  const result = page.getByRole('main').getByRole('link', { name: 'Eidskog', exact: true })
  for (let presses = 0; presses < 20 && !(await result.evaluate((link) => link === document.activeElement)); presses++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Eidskog kommune' })).toBeVisible()
})

test('a municipality without content says so kindly and leads on', async ({ page }) => {
  await page.goto('/kommune/oslo')
  await expect(page.getByText('Oslo kommune har ikke lagt inn noe om samarbeidet sitt her ennå.')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Om SLT' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hva er SLT?' })).toBeVisible()
})

test('a municipality that has ended shows its last day', async ({ page }) => {
  await page.goto('/kommune/ski')
  await expect(page.getByLabel('Vis slik det var på dato')).toHaveValue('2019-12-31')
})

test('what several municipalities share says so', async ({ page }) => {
  await page.goto('/kommune/gausdal')
  await expect(page.getByRole('article').getByText('Felles for Lillehammer, ')).toBeVisible()
})

test('a structure is downloaded as a spreadsheet and as JSON', async ({ request }) => {
  const csv = await (await request.get('/kommune/eidskog/struktur.csv')).text()
  expect(csv.charCodeAt(0)).toBe(0xfeff)
  expect(csv.split('\n')[0]).toContain('kommunenummer;kommune;organ')
  expect(csv).toContain('3416;Eidskog;')
  const json = await (await request.get('/kommune/bergen/organ/overordna-politiraad/struktur.json')).json()
  expect(json).toMatchObject({
    licence: expect.stringContaining('NLOD'),
    body: { meetings: [{ heldOn: '2019-02-20' }] },
  })
  const whole = await (await request.get('/kommune/bergen/struktur.json')).json()
  expect(whole.municipality).toMatchObject({ name: 'Bergen', number: '4601' })
  for (const part of ['bodies', 'areas', 'arenas', 'coordinatorPosts', 'documents'])
    expect(whole.municipality[part].length, part).toBeGreaterThan(0)
  const area = await (await request.get('/kommune/bergen/omraade/fana/struktur.csv')).text()
  expect(area).toContain('4601;Bergen;')
  const all = await (await request.get('/kommuner.csv')).text()
  expect(all.trim().split('\n')).toHaveLength(1 + 357)
})

test('the municipality’s own words are marked with their language where the page has another', async ({ page }) => {
  await page.goto('/en/kommune/bergen/organ/overordna-politiraad')
  await expect(page.locator('h1 span[lang="nb"]')).toBeVisible()
  await expect(page.locator('table span[lang="nb"]').first()).toBeVisible()
  await page.goto('/kommune/bergen/organ/overordna-politiraad')
  await expect(page.locator('h1 span')).toHaveCount(0)
})

test('a page is not sent again when it has not changed', async ({ request }) => {
  const first = await request.get('/kommune/bergen')
  const etag = first.headers()['etag'] ?? ''
  expect(etag).not.toBe('')
  const second = await request.get('/kommune/bergen', { headers: { 'if-none-match': etag } })
  expect(second.status()).toBe(304)
})

test('a download has a validator too, and an address with a number leads on', async ({ request, baseURL }) => {
  for (const path of ['/kommune/bergen/struktur.csv', '/kommune/bergen/struktur.json', '/sitemap.xml']) {
    const etag = (await request.get(path)).headers()['etag'] ?? ''
    expect((await request.get(path, { headers: { 'if-none-match': etag } })).status(), path).toBe(304)
  }
  for (const [path, to] of [
    ['/kommune/1201', '/kommune/bergen'],
    ['//evil.example', '/evil.example'],
    ['/kommune/4601/sammenlign', '/kommune/bergen/sammenlign'],
    ['/kommune/0420/organ/politiraad', '/kommune/eidskog/organ/politiraad'],
  ] as const) {
    const response = await request.get(`${baseURL}${path}`, { maxRedirects: 0 })
    expect([response.status(), response.headers()['location']]).toEqual([301, to])
  }
})

test('sitemap and robots lead to every page in every language', async ({ request }) => {
  expect(await (await request.get('/robots.txt')).text()).toContain('/sitemap.xml')
  const sitemap = await (await request.get('/sitemap.xml')).text()
  for (const path of [
    '/kommune/bergen',
    '/nn/kommune/bergen',
    '/en/kommune/eidskog',
    '/kommune/bergen/organ/overordna-politiraad',
  ])
    expect(sitemap).toMatch(new RegExp(`<loc>[^<]*${path}</loc>`))
})

test('every page of the demonstration says that it is one', async ({ page }) => {
  for (const path of ['/', '/kommune/bergen', '/nn/kommune/bergen', '/finnes-ikke']) {
    await page.goto(path)
    await expect(page.getByRole('complementary', { name: 'Om demonstrasjonen' })).toBeVisible()
  }
})

test('a page works without JavaScript, for none is sent', async ({ page }) => {
  await page.goto('/kommune/bergen')
  await expect(page.locator('script:not([type="application/ld+json"])')).toHaveCount(0)
  await expectAccessible(page)
})
