import { expect, test, type Page } from '@playwright/test'
import { deskOrigin, portalOrigin, scriptsReady, signIn } from '../../support/desk.ts'
import { tabTo } from '../../support/keyboard.ts'

test.use({ baseURL: deskOrigin })

const year = 2024
const council = '/kommune/bergen/organ/lokalt-politiraad-vest'

const press = async (page: Page, name: RegExp | string, told?: string) => {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
  if (told) await expect(page.getByText(told)).toBeVisible()
}

/** Takes a meeting from a day in the plan to minutes that citizens read. */
async function run(page: Page, title: string): Promise<void> {
  await tabTo(page, /^Sak$/)
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-item]').filter({ hasText: title })).toBeVisible()
  await press(page, 'Publiser eller lukk sakslisten')
  await expect(page.getByRole('heading', { level: 1, name: /^Sakslisten/ })).toBeVisible()
  await scriptsReady(page)
  await press(page, 'Sett alle saker til offentlig')
  await press(page, 'Publiser sakslisten', 'Lagret: saksliste publisert.')
  await press(page, 'Registrer at møtet er holdt', 'Lagret: ført som holdt.')
  await press(page, 'Skriv referat')
  await scriptsReady(page)
  await tabTo(page, `Hva ble sagt om «${title}»`)
  await page.keyboard.type(`Rådet drøftet ${title.toLowerCase()}.`)
  await press(page, 'Send til godkjenning', 'Lagret: referat sendt til godkjenning.')
  await press(page, 'Godkjenn referatet', 'Lagret: referat godkjent.')
  await press(page, 'Publiser referatet', 'Lagret: referat publisert.')
}

test('a year of one of Bergen’s councils is planned and run by keyboard alone', async ({ page }) => {
  test.setTimeout(240_000)
  await signIn(page, 'Koordinator i Bergen')
  await page.goto(`/kommune/bergen/moter/plan?organ=lokalt-politiraad-vest&aar=${year}`)
  await scriptsReady(page)
  await press(page, 'Lagre planen', 'Planen er lagret. Nye møter: 4.')
  const topics = ['Skoleveier', 'Uteliv', 'Nettsvindel', 'Fritidsklubber']
  for (const [nth, topic] of topics.entries()) {
    await page.goto(`${council}/moter?sok=${year}&sorter=heldOn`)
    await page.locator('tbody').getByRole('link').nth(nth).focus({ timeout: 5_000 })
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 2, name: 'Saksliste' })).toBeVisible()
    await scriptsReady(page)
    await run(page, topic)
  }
  const published = await (await page.request.get(`${portalOrigin}${council}/moter/referater.atom`)).text()
  expect(published.match(/<entry>/g)).toHaveLength(topics.length)
})
