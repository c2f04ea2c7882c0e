import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from '../../support/axe.ts'
import { createBody, deskOrigin, freshName, scriptsReady, signIn } from '../../support/desk.ts'

test.use({ baseURL: deskOrigin })

const [wide, narrow] = [
  { width: 1280, height: 720 },
  { width: 320, height: 640 },
]

/** Accessible at the width the page has, with nothing to scroll to sideways at the narrowest. */
async function expectWellMade(page: Page): Promise<void> {
  await expectAccessible(page)
  await expect(page.locator('h1')).toHaveCount(1)
  expect(await page.title()).not.toBe('')
  const isNarrow = page.viewportSize()?.width === narrow.width
  if (!isNarrow) await page.setViewportSize(narrow)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `sideways scroll on ${page.url()}`).toBeLessThanOrEqual(0)
  if (!isNarrow) await page.setViewportSize(wide)
}

test('signing in is accessible and fits a narrow screen', async ({ page }) => {
  await page.goto('/logg-inn?feil=1&utlogget=1')
  await expectWellMade(page)
  await page.getByRole('link', { name: /Logg inn med/ }).click()
  await expect(page.getByRole('button')).toHaveCount(10)
  await expectWellMade(page)
})

for (const language of ['', '/nn', '/en'])
  test(`every page of the desk is accessible and fits a narrow screen ${language}`, async ({ page }) => {
    // Some thirty-five pages, each waited for and looked at by axe.
    test.setTimeout(240_000)
    // In one language as at a desk, in the others as on a phone.
    if (language) await page.setViewportSize(narrow)
    const errors: string[] = []
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', ({ message }) => errors.push(message))
    await signIn(page, 'Koordinator i Lillehammer')
    const path = await createBody(page, 'lillehammer', freshName('Alle sider'))
    const body = language + path
    const home = `${language}/kommune/lillehammer`
    for (const address of [
      home,
      `${home}/organ?sok=finnes+ikke&sorter=-1`,
      ...['organ', 'omraade', 'ordning', 'stilling', 'arena', 'virksomhet'].flatMap((noun) => [
        `${home}/${noun}`,
        `${home}/${noun}/ny`,
      ]),
      `${home}/organ/ny?som=${path.split('/').at(-1)}`,
      `${body}?lagret=tull`,
      `${body}/plasser`,
      `${body}/adresser`,
      `${body}/innehavere`,
      `${body}/rediger`,
      `${body}/moter`,
      `${body}/saker`,
      `${body}/saker/ny`,
      `${body}/oppfolging`,
      `${body}/kilder`,
      `${body}/synlighet`,
      `${body}/forhandsvisning`,
      `${body}/forhandsvisning?som=nabo`,
      `${body}/historikk`,
      `${body}/avslutt`,
      `${home}/tilgang`,
      `${home}/deling`,
      `${home}/nokler`,
      `${home}/dokumenter`,
      `${home}/dokumenter/ny`,
      `${home}/hendelser`,
      `${home}/moter`,
      `${home}/moter/plan`,
      `${home}/moter/plan?organ=${path.split('/').at(-1)}&antall=4&aar=2033`,
      `${home}/skoleferier?aar=2033`,
      `${home}/arshjul`,
      `${home}/saker`,
      `${language}/min-side`,
      `${language}/min-side/varsler`,
      `${language}/svar/finnes-ikke-her-i-det-hele-tatt`,
      `${language}/varsler/finnes-ikke-her-i-det-hele-tatt`,
      `${language}/varsler/bekreft/finnes-ikke-her-i-det-hele-tatt`,
      `${home}/avsluttet`,
      `${language}/invitasjon/finnes-ikke-her-i-det-hele-tatt`,
    ]) {
      await page.goto(address)
      await scriptsReady(page)
      await expectWellMade(page)
    }
    await page.goto(`${body}/moter`)
    await page.locator('input[name="heldOn"]').fill('2027-01-07')
    await page.locator('button[type="submit"], main form[method="post"] button').last().click()
    await expect(page.locator('#saksliste')).toBeVisible()
    await page.locator('input[name="title"]').fill('Situasjonsbildet')
    await page.keyboard.press('Enter')
    const item = page.locator('[data-item] a')
    await expect(item).toBeVisible()
    const meeting = new URL(page.url()).pathname
    const itemPath = await item.getAttribute('href')
    await page.goto(`${body}/saker/ny`)
    await page.locator('input[name="title"]').fill('Bildedeling')
    await page.locator('main form[method="post"] button').last().click()
    await expect(page.locator('div.acts')).toBeVisible()
    const issue = new URL(page.url()).pathname
    for (const address of [
      issue,
      `${issue}/rediger`,
      meeting,
      `${meeting}/rediger`,
      `${meeting}/flytt`,
      `${meeting}/avlys`,
      `${meeting}/sakslisten`,
      `${meeting}/referat`,
      `${meeting}/fremmote`,
      `${meeting}/innkalling`,
      itemPath ?? '',
    ]) {
      await page.goto(address)
      await scriptsReady(page)
      await expectWellMade(page)
    }
    await page.goto(`${home}/hendelser`)
    await page.locator('tbody').getByRole('link').first().click()
    await expect(page.getByRole('heading', { level: 2 })).toBeVisible()
    await expectWellMade(page)
    await page.goto(`${language}/kommune/lillehammer/organ/ny`)
    await scriptsReady(page)
    await page.locator('button[type="submit"]').last().click()
    await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible()
    await expectWellMade(page)
    // The answer 400 to a form is told in the console too.
    expect(errors.filter((text) => !/status of 400/.test(text))).toEqual([])
  })

test('every page of who runs the installation is accessible, and a shared organisation is mended there', async ({
  page,
}) => {
  await signIn(page, 'Driftsansvarlig')
  for (const address of ['/drift', '/drift/virksomheter?sok=politi']) {
    await page.goto(address)
    await scriptsReady(page)
    await expectWellMade(page)
  }
  await page.locator('tbody').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: /^Rediger/ })).toBeVisible()
  await scriptsReady(page)
  await expectWellMade(page)
  await page.getByLabel('Kortform').fill('PST')
  await page.getByLabel('Jeg retter en feil').check()
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Felles virksomheter' })).toBeVisible()
})

test('a body is created by keyboard alone', async ({ page }) => {
  await signIn(page, 'Koordinator i Lillehammer')
  await page.goto('/kommune/lillehammer/organ/ny')
  await scriptsReady(page)
  const name = freshName('Tastatur')
  for (
    let nth = 0;
    nth < 20 && !(await page.getByLabel('Navn', { exact: true }).evaluate((field) => field === document.activeElement));
    nth++
  )
    await page.keyboard.press('Tab')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
})

test('what takes long says that it is under way', async ({ page }) => {
  await signIn(page, 'Koordinator i Lillehammer')
  await page.goto('/kommune/lillehammer/organ/ny')
  await scriptsReady(page)
  const slowly = async () => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
  }
  await page.route('**/organ/ny', async (route) => {
    if (route.request().method() === 'POST') await slowly()
    await route.continue()
  })
  await page.route('**/__data.json*', async (route) => {
    await slowly()
    await route.continue()
  })
  const name = freshName('Langsom')
  await page.getByLabel('Navn', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Opprett', exact: true }).click()
  await expect(page.getByText('Lagrer …')).toBeVisible()
  await expect(page.getByText('Henter siden …')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByText('Henter siden …')).toHaveCount(0)
})
