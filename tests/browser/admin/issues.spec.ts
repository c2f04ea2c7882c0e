import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from '../../support/axe.ts'
import { createBody, deskOf, deskOrigin, freshName, portalOrigin, scriptsReady, signIn } from '../../support/desk.ts'

test.use({ baseURL: deskOrigin })
test.describe.configure({ timeout: 90_000 })

const team = '/kommune/eidskog/organ/slt-arbeidsgruppe'

/** Raises an issue on the page that is open; returns its address. */
async function raise(page: Page, title: string, text = ''): Promise<string> {
  await page.getByLabel('Hva gjelder det?').fill(title)
  await page.getByLabel('Hva ser dere, og hvorfor betyr det noe?').fill(text)
  await page.getByRole('button', { name: 'Reis saken' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return new URL(page.url()).pathname
}

test('a member raises an issue, the coordinator lifts it, and the member sees the answer', async ({
  page,
  browser,
}) => {
  const title = freshName('Beefing')
  const member = await deskOf(browser, 'Ungdoms-LOS i Eidskog')
  await member.goto(`${team}/saker`)
  await member.getByRole('link', { name: 'Reis en sak' }).click()
  await expect(member.getByRole('heading', { level: 1 })).toHaveText(/^Reis en sak i/)
  await scriptsReady(member)
  const issue = await raise(member, title, 'Grupper utfordrer hverandre på nett.')
  await expect(member.getByText('Saken er meldt inn.')).toBeVisible()
  await expect(member.getByText('Ungdoms-LOS').first()).toBeVisible()
  await expect(member.getByText('Løft saken')).toHaveCount(0)
  await expectAccessible(member)

  await signIn(page, 'Koordinator i Eidskog')
  const receiver = 'Politiråd/SLT-styringsgruppe'
  await page.goto(`${team}/saker`)
  await expect(page.getByRole('region', { name: /^Ny/ }).getByRole('link', { name: title })).toBeVisible()
  await page.getByRole('region', { name: /^Ny/ }).getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await scriptsReady(page)
  await page.getByText('Løft saken', { exact: true }).first().click()
  await page.getByLabel('Til hvem').fill(receiver)
  await page.getByRole('button', { name: 'Løft saken' }).click()
  // What was typed is still there, and it is said what is missing.
  await expect(page.getByRole('link', { name: /^Hva spør dere om/ })).toBeVisible()
  await expect(page.getByLabel('Til hvem')).toHaveValue(receiver)
  await page.getByLabel('Hva spør dere om?').fill('Hvem følger med på nett?')
  await page.getByLabel('Svar innen').fill('2099-01-01')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Løft saken' }).click()
  await expect(page.getByText('Lagret: sak løftet.')).toBeVisible()
  // It is among what waits, where a coordinator begins.
  const lifted = page.url()
  await page.goto('/kommune/eidskog')
  await expect(
    page.locator('section', { has: page.getByText('Venter på noen') }).locator('a', { hasText: title }),
  ).toHaveCount(1)
  await page.goto(lifted)
  await member.reload()
  await expect(member.getByText('Venter på svar').first()).toBeVisible()
  await expect(member.getByText(`til ${receiver}`)).toBeVisible()

  await scriptsReady(page)
  await page.getByText('Lukk saken', { exact: true }).first().click()
  await page.getByLabel('Hva som kom ut av den').fill('Ferdig')
  await page.getByRole('button', { name: 'Lukk saken' }).click()
  await expect(page.getByText('saken venter på svar').first()).toBeVisible()
  await page.getByLabel('Svar', { exact: true }).fill('Politiet og utekontakten følger med.')
  await page.getByRole('button', { name: 'Gi svaret' }).click()
  await expect(page.getByText('Lagret: løft besvart.')).toBeVisible()
  await member.reload()
  await expect(member.getByText('Politiet og utekontakten følger med.')).toBeVisible()

  const citizen = await (await browser.newContext({ baseURL: portalOrigin })).newPage()
  expect((await citizen.goto(issue))?.status()).toBe(404)
  await scriptsReady(page)
  await page.getByText('Hvem ser saken?', { exact: true }).first().click()
  await page.getByLabel('Hvem ser saken?').selectOption({ label: 'Offentlig' })
  await page.getByRole('button', { name: 'Lagre', exact: true }).click()
  await expect(page.getByText('Lagret: synlighet endret.')).toBeVisible()
  await citizen.goto(issue)
  await expect(citizen.getByText('Politiet og utekontakten følger med.')).toBeVisible()
  await expectAccessible(citizen)
})

test('an issue that reads like one child is refused, nothing typed is lost, and it says where to turn', async ({
  browser,
}) => {
  const member = await deskOf(browser, 'Ungdoms-LOS i Eidskog')
  await member.goto(`${team}/saker/ny`)
  await scriptsReady(member)
  await member.getByLabel('Hva gjelder det?').fill('Ola på 14 år ruser seg')
  await member.getByRole('button', { name: 'Reis saken' }).click()
  await expect(member.getByText('Gjelder dette ett barn?')).toBeVisible()
  await expect(member.getByText('116 111')).toBeVisible()
  await expect(member.getByLabel('Hva gjelder det?')).toHaveValue('Ola på 14 år ruser seg')
  await expectAccessible(member)
  await member.getByRole('button', { name: 'Reis saken' }).click()
  await expect(member.getByText('Gjelder dette ett barn?')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('issues are raised, related, put on an agenda and closed', async ({ page }) => {
    await signIn(page, 'Koordinator i Eidskog')
    const body = await createBody(page, 'eidskog', freshName('Uten skript'))
    await page.goto(`${body}/moter`)
    await page.getByLabel('Dag', { exact: true }).fill('2099-03-10')
    await page.getByRole('button', { name: 'Legg til møtet' }).click()
    await page.goto(`${body}/saker/ny`)
    const [one, other] = [freshName('Slåsskamper'), freshName('Natteravner')]
    await raise(page, one)
    await page.goto(`${body}/saker/ny`)
    await raise(page, other)
    await page.getByText('Sett på en saksliste').click()
    await page.getByRole('button', { name: 'Sett opp saken' }).click()
    await expect(page.getByText('neste gang 10. mars 2099')).toBeVisible()
    await page.getByText('Knytt til en annen sak').first().click()
    await page.getByLabel('Den andre saken').first().selectOption({ label: one })
    await page.getByRole('button', { name: 'Knytt til en annen sak' }).click()
    await expect(page.getByRole('link', { name: one })).toBeVisible()
    await page.getByText('Lukk saken', { exact: true }).first().click()
    await page.getByLabel('Hva som kom ut av den').fill('Natteravnene er i gang.')
    await page.getByRole('button', { name: 'Lukk saken' }).click()
    await expect(page.getByText('Natteravnene er i gang.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Åpne saken igjen' })).toBeVisible()
  })
})
