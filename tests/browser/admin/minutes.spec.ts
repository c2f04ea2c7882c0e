import { expect, test, type Browser, type Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { expectAccessible } from '../../support/axe.ts'
import {
  createBody,
  deskOf,
  deskOrigin,
  freshName,
  meet,
  portalOrigin,
  scriptsReady,
  signIn,
} from '../../support/desk.ts'

test.use({ baseURL: deskOrigin })
// Whole journeys of several people take their time on a busy machine.
test.describe.configure({ timeout: 90_000 })

/** The words of a file of Word. */
async function wordsOf(page: Page, address: string): Promise<string> {
  const file = unzipSync(new Uint8Array(await (await page.request.get(address)).body()))
  return strFromU8(file['word/document.xml'] ?? new Uint8Array())
}
const said = (page: Page, title: string) => page.getByLabel(`Hva ble sagt om «${title}»`)
const decided = (page: Page, title: string) => page.getByLabel(`Vedtak eller konklusjon om «${title}»`)
const saved = (page: Page) => expect(page.getByText('Lagret', { exact: true }).first()).toBeVisible()

async function another(browser: Browser, address: string): Promise<Page> {
  const other = await deskOf(browser, 'Koordinator i Eidskog')
  await other.goto(address)
  await scriptsReady(other)
  return other
}

test('minutes are written during the meeting, saved by themselves, approved for good and published', async ({
  page,
  browser,
}) => {
  await signIn(page, 'Koordinator i Eidskog')
  const meeting = await meet(page, '/kommune/eidskog/organ/slt-arbeidsgruppe', 'Offentlig')
  await said(page, 'Skoleveier').fill('Gruppa drøftet tre strekninger.')
  await decided(page, 'Skoleveier').fill('Kommunen prioriterer Skolevegen.')
  await said(page, 'Uteliv').fill('Ikke for alle.')
  await page.getByRole('heading', { level: 1 }).click()
  await saved(page)
  await expect(page.getByText('Sakslisten er et utkast.')).toBeVisible()
  await page.reload()
  await expect(said(page, 'Skoleveier')).toHaveValue('Gruppa drøftet tre strekninger.')
  await expectAccessible(page)

  const member = await deskOf(browser, 'Ungdoms-LOS i Eidskog')
  expect((await member.goto(`${meeting}/referat`))?.status()).toBe(404)

  await page.goto(`${meeting}/sakslisten`)
  await scriptsReady(page)
  await page.getByRole('button', { name: 'Sett alle saker til offentlig' }).click()
  await page.getByLabel('Hvem leser saken').last().selectOption({ label: 'Intern' })
  await page.getByLabel('Hjemmel').fill('offl. § 14')
  await page.getByRole('button', { name: 'Publiser sakslisten' }).click()
  await expect(page.getByText('Lagret: saksliste publisert.')).toBeVisible()
  await page.goto(`${meeting}/referat`)
  await scriptsReady(page)
  // What is typed last goes along, though nobody waited for it to be saved.
  await said(page, 'Uteliv').fill('Ikke for alle. Og dette til sist.')
  await page.getByRole('button', { name: 'Send til godkjenning' }).click()
  await expect(page.getByText('Lagret: referat sendt til godkjenning.')).toBeVisible()
  await member.goto(`${meeting}/referat`)
  await expect(member.getByText('Ikke for alle. Og dette til sist.')).toBeVisible()

  await scriptsReady(page)
  await page.getByRole('button', { name: 'Godkjenn referatet' }).click()
  await expect(page.getByText('Lagret: referat godkjent.')).toBeVisible()
  await expect(said(page, 'Skoleveier')).toHaveCount(0)
  const citizen = await (await browser.newContext({ baseURL: portalOrigin })).newPage()
  await citizen.goto(meeting)
  await expect(citizen.getByText('Kommunen prioriterer Skolevegen.')).toHaveCount(0)
  const feed = `${meeting.replace(/\/[^/]+$/, '')}/referater.atom`
  const news = async () => (await citizen.request.get(feed)).text()
  expect(await news()).not.toContain('<entry>')
  await page.getByRole('button', { name: 'Publiser referatet' }).click()
  await expect(page.getByText('Lagret: referat publisert.')).toBeVisible()
  expect(await news()).toContain(`href="${portalOrigin}${meeting}"`)
  expect(await news()).not.toContain('Ikke for alle.')
  await page.getByLabel('Ny tilføyelse').fill('Strekningene er fire.')
  await page.getByRole('button', { name: 'Legg til', exact: true }).click()
  await expect(page.getByText('Lagret: tilføyelse til referat.')).toBeVisible()
  await expectAccessible(page)
  await citizen.goto(meeting)
  await expect(citizen.getByText('Kommunen prioriterer Skolevegen.')).toBeVisible()
  await expect(citizen.getByText('Strekningene er fire.')).toBeVisible()
  await expect(citizen.getByText('Unntatt offentlighet: offl. § 14')).toBeVisible()
  expect(await citizen.content()).not.toContain('Ikke for alle.')
  for (const [reader, address, isWriter] of [
    [page, `${meeting}/referat`, true],
    [citizen, `${meeting}/referat`, false],
  ] as const) {
    const pdf = await reader.request.get(`${address}.pdf`)
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
    const words = await wordsOf(reader, `${address}.docx`)
    expect(words).toContain('Kommunen prioriterer Skolevegen.')
    expect(words.includes('Ikke for alle.')).toBe(isWriter)
    expect((await reader.request.get(`${address}.exe`)).status()).toBe(404)
  }
  await expectAccessible(citizen)
  await page.getByRole('button', { name: 'Trekk referatet tilbake' }).click()
  await expect(page.getByText('Lagret: referat trukket tilbake.')).toBeVisible()
  await citizen.reload()
  await expect(citizen.getByText('Kommunen prioriterer Skolevegen.')).toHaveCount(0)
  for (const format of ['pdf', 'docx'])
    expect((await citizen.request.get(`${meeting}/referat.${format}`)).status()).toBe(404)
})

test('two who write at once lose nothing: different lines are put together, the same ones are chosen between', async ({
  page,
  browser,
}) => {
  await signIn(page, 'Koordinator i Eidskog')
  const meeting = await meet(page, await createBody(page, 'eidskog', freshName('Skriver')))
  await said(page, 'Skoleveier').fill('Første linje\nAndre linje\nTredje linje')
  await said(page, 'Skoleveier').blur()
  await saved(page)
  const other = await another(browser, `${meeting}/referat`)
  await said(other, 'Skoleveier').fill('Første linje\nAndre linje\nTredje linje, med mer')
  await said(page, 'Skoleveier').fill('Første linje, rettet\nAndre linje\nTredje linje')
  await said(other, 'Skoleveier').blur()
  await saved(other)
  await said(page, 'Skoleveier').blur()
  const both = 'Første linje, rettet\nAndre linje\nTredje linje, med mer'
  await expect(said(page, 'Skoleveier')).toHaveValue(both)
  // The other one sees it without doing anything.
  await expect(said(other, 'Skoleveier')).toHaveValue(both, { timeout: 15_000 })

  await decided(other, 'Skoleveier').fill('Støttes')
  await decided(page, 'Skoleveier').fill('Utsettes')
  await decided(other, 'Skoleveier').blur()
  await saved(other)
  await decided(page, 'Skoleveier').blur()
  await expect(page.getByText('En annen har skrevet på samme sted:')).toBeVisible()
  await expect(decided(page, 'Skoleveier')).toHaveValue('Utsettes')
  await expect(page.locator('blockquote')).toContainText('Støttes')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Behold begge' }).click()
  await expect(decided(page, 'Skoleveier')).toHaveValue('Utsettes\nStøttes')
  await saved(page)
  await page.reload()
  await expect(decided(page, 'Skoleveier')).toHaveValue('Utsettes\nStøttes')
})

test('what is typed while the network is away is kept, through a reload, and saved when it is back', async ({
  page,
  context,
}) => {
  await signIn(page, 'Koordinator i Eidskog')
  await meet(page, await createBody(page, 'eidskog', freshName('Uten nett')))
  // Neither what is written nor what is asked for gets through, and the editor stays.
  await page.route(/referat/, (route) => route.abort())
  await said(page, 'Uteliv').fill('Skrevet uten nett')
  await said(page, 'Uteliv').blur()
  await expect(page.getByText(/^Ikke lagret: arbeidsbordet svarer ikke/)).toBeVisible()
  await page.waitForRequest(/referat\/naa$/)
  await said(page, 'Uteliv').fill('Skrevet uten nett, og mer')
  // The power goes: the page is closed at once, and opened again.
  const address = page.url()
  await page.close({ runBeforeUnload: false })
  const again = await context.newPage()
  await again.goto(address)
  await expect(said(again, 'Uteliv')).toHaveValue('Skrevet uten nett, og mer')
  await saved(again)
  await again.evaluate(() => localStorage.clear())
  await again.reload()
  await expect(said(again, 'Uteliv')).toHaveValue('Skrevet uten nett, og mer')
})

test('minutes are written without scripts, and a conflict shows both', async ({ page, browser }) => {
  await signIn(page, 'Koordinator i Eidskog')
  const meeting = await meet(page, await createBody(page, 'eidskog', freshName('Enkelt')))
  const plain = await deskOf(browser, 'Koordinator i Eidskog', { javaScriptEnabled: false })
  await plain.goto(`${meeting}/referat`)
  await said(plain, 'Skoleveier').fill('Uten skript')
  await said(page, 'Skoleveier').fill('Med skript')
  await said(page, 'Skoleveier').blur()
  await saved(page)
  await plain.getByRole('button', { name: 'Lagre' }).first().click()
  await expect(plain.getByText('En annen har skrevet på samme sted:')).toBeVisible()
  await expect(plain.locator('blockquote')).toContainText('Med skript')
  await expect(said(plain, 'Skoleveier')).toHaveValue('Uten skript')
  await plain.getByRole('button', { name: 'Behold det jeg skrev' }).click()
  await expect(plain.getByText('En annen har skrevet')).toHaveCount(0)
  await expect(said(plain, 'Skoleveier')).toHaveValue('Uten skript')
  await said(page, 'Uteliv').fill('Kari 14 år ved Nordby skole ruser seg')
  await said(page, 'Uteliv').blur()
  await page.getByRole('button', { name: 'Det gjelder ikke ett barn: lagre' }).click()
  await expect(page.getByRole('button', { name: /ikke ett barn/ })).toHaveCount(0)
  await page.reload()
  await expect(said(page, 'Uteliv')).toHaveValue('Kari 14 år ved Nordby skole ruser seg')
})

test('what is to be done is noted in the minutes, owned by a seat, followed to the next meeting and closed', async ({
  page,
  browser,
}) => {
  await signIn(page, 'Koordinator i Eidskog')
  const body = '/kommune/eidskog/organ/slt-arbeidsgruppe'
  await meet(page, body)
  const text = freshName('Kalle inn skolene')
  const item = page.getByRole('region', { name: '1. Skoleveier' })
  await said(page, 'Skoleveier').fill('Drøftet')
  await item.getByText('Nytt oppfølgingspunkt').click()
  await item.getByRole('button', { name: 'Legg til oppfølgingspunktet' }).click()
  await expect(item.getByRole('link', { name: 'Hva skal gjøres: må fylles ut' })).toBeVisible()
  await item.getByLabel('Hva skal gjøres').fill(text)
  await item
    .getByRole('combobox', { name: /ansvar/i })
    .first()
    .fill('Ungdoms-LOS')
  await item.getByLabel('Frist').fill('2026-02-01')
  await item.getByRole('button', { name: 'Legg til oppfølgingspunktet' }).click()
  await expect(page.getByText('Lagret: oppfølgingspunkt lagt til.')).toBeVisible()
  await expect(item.getByRole('listitem').filter({ hasText: text })).toContainText('Ungdoms-LOS')
  await expect(item.getByRole('listitem').filter({ hasText: text })).toContainText('over fristen')
  await expect(said(page, 'Skoleveier')).toHaveValue('Drøftet')

  await page.goto(`${body}/moter`)
  await page.getByLabel('Dag', { exact: true }).fill('2027-01-20')
  await page.getByRole('button', { name: 'Legg til møtet' }).click()
  const carried = page.getByRole('region', { name: 'Åpne oppfølgingspunkter fra før' })
  await expect(carried.getByRole('link', { name: text })).toBeVisible()
  const next = page.url()
  const member = await deskOf(browser, 'Ungdoms-LOS i Eidskog')
  await member.goto(`${body}/oppfolging`)
  await expect(member.getByRole('link', { name: text })).toBeVisible()
  await expect(member.getByRole('button', { name: 'Legg til oppfølgingspunktet' })).toHaveCount(0)
  await carried.getByRole('link', { name: text }).click()
  await expect(page.getByRole('heading', { level: 1, name: text })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Hva kom ut av det').fill('Alle skolene kommer')
  await page.getByRole('button', { name: 'Lukk punktet' }).click()
  await expect(page.getByText('Lagret: oppfølgingspunkt lukket.')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: text })).toContainText('Alle skolene kommer')
  await expectAccessible(page)
  await page.goto(next)
  await expect(page.getByRole('heading', { level: 2, name: 'Saksliste' })).toBeVisible()
  await expect(page.getByRole('link', { name: text })).toHaveCount(0)
})
