import { expect, test, type Browser, type Page } from '@playwright/test'
import { createBody, deskOf, deskOrigin, freshName, scriptsReady, signIn } from '../../support/desk.ts'

test.use({ baseURL: deskOrigin })

/** Has somebody else change what both have open; `fill` says how. */
async function meanwhile(browser: Browser, address: string, fill: (page: Page) => Promise<void>): Promise<void> {
  const other = await deskOf(browser, 'Koordinator i Eidskog og Lillehammer')
  await other.goto(address)
  // What is typed before the page is ready is not told from what stood there.
  await scriptsReady(other)
  await fill(other)
  await other.getByRole('button', { name: 'Lagre' }).click()
  await expect(other).not.toHaveURL(new RegExp(`${address}$`))
}

async function saveAndMeet(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByText('Noen andre har endret dette mens du skrev').first()).toBeVisible()
}

test('two who write at once choose field by field, and nothing is lost', async ({ page, browser }) => {
  await signIn(page, 'Koordinator i Eidskog')
  const name = freshName('Konflikt')
  const path = await createBody(page, 'eidskog', name)
  await page.goto(`${path}/rediger`)
  await scriptsReady(page)
  await meanwhile(browser, `${path}/rediger`, async (other) => {
    await other.getByLabel('Navn', { exact: true }).fill(`${name} deres`)
    await other.getByLabel('Omtale').fill('Deres omtale')
    await other.getByLabel('Jeg retter en feil').check()
  })
  await page.getByLabel('Navn', { exact: true }).fill(`${name} mitt`)
  await page.getByLabel('Kortform').fill('KM')
  await page.getByLabel('Jeg retter en feil').check()
  await saveAndMeet(page)
  await expect(page.getByLabel(`Det som er lagret nå: ${name} deres`)).toBeVisible()
  await expect(page.getByLabel('Omtale')).toHaveValue('Deres omtale')
  await expect(page.getByLabel('Kortform')).toHaveValue('KM')
  await page.getByLabel(`Ditt: ${name} mitt`).check()
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `${name} mitt` })).toBeVisible()
  await expect(page.getByText('Deres omtale')).toBeVisible()
})

test('two who mend one document choose field by field', async ({ page, browser }) => {
  await signIn(page, 'Koordinator i Eidskog')
  const title = freshName('Plan')
  await page.goto('/kommune/eidskog/dokumenter/ny')
  await page.getByLabel('Tittel').fill(title)
  await page.getByRole('button', { name: 'Lagre' }).click()
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Rediger ${title}` })).toBeVisible()
  await meanwhile(browser, new URL(page.url()).pathname, async (other) => {
    await other.getByLabel('Utgiver').fill('Politiet')
    await other.getByLabel('Merknad').fill('Deres merknad')
  })
  await page.getByLabel('Utgiver').fill('Kommunen')
  await page.getByLabel('Nettadresse').fill('https://kommune.example/plan.pdf')
  await saveAndMeet(page)
  await expect(page.getByLabel('Ditt: Kommunen')).toBeChecked()
  await page.getByLabel('Det som er lagret nå: Politiet').check()
  await expect(page.getByLabel('Utgiver')).toHaveValue('Politiet')
  // What is typed over what was chosen holds.
  await page.getByLabel('Utgiver').fill('Politiet i Innlandet')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Dokumenter' })).toBeVisible()
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByLabel('Utgiver')).toHaveValue('Politiet i Innlandet')
  await expect(page.getByLabel('Merknad')).toHaveValue('Deres merknad')
  await expect(page.getByLabel('Nettadresse')).toHaveValue('https://kommune.example/plan.pdf')
})

test('two who move one meeting choose field by field, also without JavaScript', async ({ page, browser }) => {
  await signIn(page, 'Koordinator i Eidskog')
  const path = await createBody(page, 'eidskog', freshName('Møtes'))
  await page.goto(`${path}/moter`)
  await page.getByLabel('Dag', { exact: true }).fill('2027-03-01')
  await page.getByRole('button', { name: 'Legg til møtet' }).click()
  await page.getByRole('link', { name: 'Rett opplysninger og synlighet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Rett møtet mandag 1. mars 2027' })).toBeVisible()
  const address = new URL(page.url()).pathname
  const plain = await deskOf(browser, 'Koordinator i Eidskog', { javaScriptEnabled: false })
  await plain.goto(address)
  await meanwhile(browser, address, async (other) => {
    await other.getByLabel('Dag', { exact: true }).fill('2027-03-02')
    await other.getByLabel('Sted').fill('Rådhuset')
  })
  await plain.getByLabel('Dag', { exact: true }).fill('2027-03-03')
  await saveAndMeet(plain)
  await expect(plain.getByLabel('Sted')).toHaveValue('Rådhuset')
  await plain.getByLabel('Det som er lagret nå: 2. mars 2027').check()
  await plain.getByLabel('Begynner').fill('09:00')
  await plain.getByRole('button', { name: 'Lagre' }).click()
  await expect(plain.getByRole('heading', { level: 1, name: 'Tirsdag 2. mars 2027' })).toBeVisible()
  await expect(plain.getByText('Rådhuset', { exact: true })).toBeVisible()
  await expect(plain.getByText('kl. 09:00', { exact: true })).toBeVisible()
})
