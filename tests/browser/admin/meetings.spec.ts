import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from '../../support/axe.ts'
import { createBody, deskOf, deskOrigin, freshName, portalOrigin, scriptsReady, signIn } from '../../support/desk.ts'

test.use({ baseURL: deskOrigin })
// Whole journeys of several people take their time on a busy machine.
test.describe.configure({ timeout: 90_000 })

/** Plans a meeting of a body; leaves the page at it. Returns its address. */
async function planMeeting(page: Page, body: string, day: string, more: Record<string, string> = {}): Promise<string> {
  await page.goto(`${body}/moter`)
  await page.getByLabel('Dag', { exact: true }).fill(day)
  for (const [label, value] of Object.entries(more)) await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByRole('button', { name: 'Legg til møtet' }).click()
  await expect(page.getByText('Lagret: opprettet.')).toBeVisible()
  return new URL(page.url()).pathname
}
const titles = (page: Page) => page.locator('[data-item] .what > :first-child')
async function addItem(page: Page, title: string) {
  await page.getByLabel('Sak', { exact: true }).fill(title)
  await page.keyboard.press('Enter')
  await expect(titles(page).filter({ hasText: title })).toBeVisible()
}

test('a coordinator makes an agenda by keyboard, item after item, and puts it in order', async ({ page }) => {
  await signIn(page, 'Koordinator i Eidskog')
  const body = await createBody(page, 'eidskog', freshName('Råd'))
  await planMeeting(page, body, '2027-03-10', { Begynner: '13:00', Slutter: '13:30' })
  await scriptsReady(page)
  await addItem(page, 'Trygge skoleveier')
  // The next one is typed where the last one was.
  await expect(page.getByLabel('Sak', { exact: true })).toBeFocused()
  await addItem(page, 'Uteliv')
  await page.getByLabel('Minutter').fill('45')
  await addItem(page, 'Eventuelt')
  await expect(titles(page)).toHaveText(['Trygge skoleveier', 'Uteliv', 'Eventuelt'])
  await expect(page.getByText('Sakene tar 15 minutter mer enn møtet er satt til.')).toBeVisible()
  const up = page.getByRole('button', { name: 'Flytt «Eventuelt» opp' })
  await up.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('«Eventuelt» er nå sak 2')).toBeAttached()
  await expect(up).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(titles(page)).toHaveText(['Eventuelt', 'Trygge skoleveier', 'Uteliv'])
  await expect(page.getByRole('button', { name: 'Flytt «Eventuelt» ned' })).toBeFocused()
  await page.locator('[data-item]').filter({ hasText: 'Uteliv' }).dragTo(page.locator('[data-item]').first())
  await expect(titles(page)).toHaveText(['Uteliv', 'Eventuelt', 'Trygge skoleveier'])
  await page.reload()
  await expect(titles(page)).toHaveText(['Uteliv', 'Eventuelt', 'Trygge skoleveier'])
  await expectAccessible(page)
})

test('standing items come onto the agenda with one click, also without scripts', async ({ browser }) => {
  const page = await deskOf(browser, 'Koordinator i Bergen', { javaScriptEnabled: false })
  await page.goto('/kommune/bergen/organ')
  await page.getByRole('link', { name: /Byområde Bergen vest/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Byområde Bergen vest/ })).toBeVisible()
  const body = new URL(page.url()).pathname
  const meeting = await planMeeting(page, body, '2027-04-14')
  await expect(page.getByText('Faste punkter som ikke står på sakslisten:')).toBeVisible()
  await page.getByRole('button', { name: 'Legg til faste punkter' }).click()
  await expect(titles(page)).toHaveCount(7)
  const [first = '', second = ''] = await titles(page).allTextContents()
  await page.getByRole('button', { name: `Flytt «${second}» opp` }).click()
  await expect(titles(page).first()).toHaveText(second)
  await page.getByRole('link', { name: first }).click()
  await page.getByRole('button', { name: 'Fjern saken fra sakslisten' }).click()
  await expect(titles(page)).toHaveCount(6)
  await page.goto(`${meeting}/rediger`)
  await page.getByLabel('Sted').fill('Rådhuset')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByText('Lagret: rettet.')).toBeVisible()
})

test('an agenda is published with one decision that leaves nothing unsaid', async ({ page, browser }) => {
  await signIn(page, 'Koordinator i Eidskog')
  await page.goto('/kommune/eidskog/organ')
  await page.getByRole('link', { name: 'SLT-arbeidsgruppe', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'SLT-arbeidsgruppe' })).toBeVisible()
  const body = new URL(page.url()).pathname
  await page.goto(`${body}/moter`)
  await page.getByLabel('Dag', { exact: true }).fill('2027-05-12')
  await page.getByLabel('Synlighet', { exact: true }).last().selectOption({ label: 'Offentlig' })
  await page.getByRole('button', { name: 'Legg til møtet' }).click()
  await expect(page.getByText('Lagret: opprettet.')).toBeVisible()
  await scriptsReady(page)
  const meeting = new URL(page.url()).pathname
  await addItem(page, 'Trygge skoleveier')
  await addItem(page, 'Sikring av bygg')

  // A member reads nothing of it yet.
  const member = await deskOf(browser, 'Ungdoms-LOS i Eidskog')
  await member.goto(meeting)
  await expect(member.getByText('Sakslisten er ikke klar ennå.')).toBeVisible()

  await page.getByRole('link', { name: 'Publiser eller lukk sakslisten' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sakslisten onsdag 12. mai 2027' })).toBeVisible()
  await scriptsReady(page)
  await page.getByRole('button', { name: 'Sett alle saker til offentlig' }).click()
  await page.getByLabel('Hvem leser saken').last().selectOption({ label: 'Intern' })
  await page.getByRole('button', { name: 'Publiser sakslisten' }).click()
  await expect(page.getByRole('link', { name: 'Hjemmel: må fylles ut' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Hjemmel').fill('offl. § 24')
  await page.getByRole('button', { name: 'Publiser sakslisten' }).click()
  await expect(page.getByText('Lagret: saksliste publisert.')).toBeVisible()
  await expect(page.locator('[data-item]').last()).toContainText('offl. § 24')

  // Citizens read the one, and of the other its number and the law; nothing anywhere says more.
  const citizen = await (await browser.newContext({ baseURL: portalOrigin })).newPage()
  await citizen.goto(meeting)
  await expect(citizen.getByText('Trygge skoleveier')).toBeVisible()
  await expect(citizen.getByRole('listitem').filter({ hasText: 'Unntatt offentlighet: offl. § 24' })).toBeVisible()
  await expectAccessible(citizen)
  for (const path of [
    meeting,
    `${meeting}/kalender.ics`,
    `${body}/moter?aar=2027`,
    `${body}/moter/kalender.ics`,
    `${body}/moter/referater.atom`,
    `${body}/moter/endringer.atom`,
    '/kommune/eidskog',
    '/kommune/eidskog/moter?aar=2027',
    '/kommune/eidskog/struktur.json',
    '/sok?q=Sikring',
  ])
    expect(await (await citizen.request.get(path)).text(), path).not.toContain('Sikring av bygg')
  await member.goto(meeting)
  await expect(member.getByText('Sikring av bygg')).toBeVisible()

  await page.getByRole('link', { name: 'Hvem leser sakene' }).click()
  await page.getByLabel('Hvorfor sakslisten er lukket').fill('offl. § 13')
  await page.getByRole('button', { name: 'Lukk hele sakslisten' }).click()
  await expect(page.getByText('Lagret: saksliste lukket.')).toBeVisible()
  await citizen.goto(meeting)
  await expect(citizen.getByText('Sakslisten er ikke offentlig. Grunnlag: offl. § 13')).toBeVisible()
  await expect(citizen.getByText('Trygge skoleveier')).toHaveCount(0)
  await page.getByRole('button', { name: 'Angre', exact: true }).click()
  await expect(page.getByText('Angret.')).toBeVisible()
  await expect(page.getByText('Publisert', { exact: true })).toBeVisible()
})

test('a meeting is moved, cancelled and put back on, and all of it can be read', async ({ page }) => {
  await signIn(page, 'Koordinator i Eidskog')
  const body = await createBody(page, 'eidskog', freshName('Råd'))
  const meeting = await planMeeting(page, body, '2027-02-10', { Begynner: '09:00' })
  await page.getByRole('link', { name: 'Flytt møtet' }).click()
  await page.getByLabel('Begynner').fill('25')
  await page.getByLabel('Hvorfor').fill('Vinterferie')
  await page.getByRole('button', { name: 'Flytt møtet' }).click()
  await expect(page.getByLabel('Begynner')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Hvorfor')).toHaveValue('Vinterferie')
  await page.getByLabel('Dag', { exact: true }).fill('2027-02-17')
  await page.getByLabel('Begynner').fill('10:00')
  await page.getByRole('button', { name: 'Flytt møtet' }).click()
  await expect(page.getByText('Flyttet fra onsdag 10. februar 2027 kl. 09:00. Vinterferie')).toBeVisible()
  expect(new URL(page.url()).pathname).toBe(meeting)
  await page.getByRole('link', { name: 'Avlys møtet' }).click()
  await page.getByRole('button', { name: 'Avlys møtet' }).click()
  await expect(page.getByText('Møtet er avlyst')).toBeVisible()
  await page.getByRole('link', { name: 'Hold møtet likevel' }).click()
  await page.getByRole('button', { name: 'Hold møtet likevel' }).click()
  await expect(page.getByText('Lagret: satt opp igjen.')).toBeVisible()
  // An internal meeting is in no calendar, and its address is nobody’s.
  expect((await page.request.get(portalOrigin + meeting)).status()).toBe(404)
  expect((await page.request.get(`${portalOrigin}${meeting}/kalender.ics`)).status()).toBe(404)
  await page.goto('/kommune/eidskog/moter?aar=2027')
  const name = new RegExp('Onsdag 17. februar 2027')
  await expect(page.getByRole('row', { name }).first()).toContainText('planlagt')
  await expectAccessible(page)
})
