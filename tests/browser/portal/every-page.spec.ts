import { expect, test } from '@playwright/test'
import { expectAccessible } from '../../support/axe.ts'

const pages = [
  '/',
  '/kommuner',
  '/kommune/bergen',
  '/kommune/eidskog',
  '/kommune/baerum?dato=2016-12-31',
  '/kommune/lillehammer',
  '/kommune/oslo',
  '/kommune/ski',
  '/kommune/bergen/organ/overordna-politiraad',
  '/kommune/bergen/organ/lokalt-politiraad-sentrum',
  '/kommune/eidskog/organ/slt-koordineringsgruppe',
  '/kommune/bergen/omraade/byomraade-bergen-vest',
  '/kommune/bergen/omraade/fana',
  '/kommune/bergen/moter',
  '/kommune/bergen/moter?aar=2018',
  '/kommune/bergen/organ/overordna-politiraad/moter',
  '/kommune/bergen/omraade/byomraade-bergen-vest/moter?aar=2019',
  '/kommune/oslo/moter',
  '/kommune/baerum/saker',
  '/kommune/baerum/saker?organ=slt-koordineringsgruppen',
  '/kommune/oslo/saker',
  '/kommune/baerum/saker/beefing',
  '/kommune/baerum/sammenlign?fra=2016-12-31&til=2021-10-01',
  '/kommune/bergen/organ/overordna-politiraad/sammenlign',
  '/sok',
  '/sok?q=politiråd',
  '/sok?q=xyzzy',
  '/om-slt',
  '/om-data',
  '/tilgjengelighet',
  '/finnes-ikke',
  '/kommune/finnes-ikke',
  '/kommune/bergen?dato=i-gaar',
]

for (const path of pages) {
  test(`${path} is accessible, fits a narrow screen, and is well described`, async ({ page }) => {
    await page.goto(path)
    await expectAccessible(page)
    await expect(page.locator('h1')).toHaveCount(1)
    expect(await page.title()).not.toBe('')
    await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /./)
    const jsonLd = await page.locator('script[type="application/ld+json"]').textContent()
    expect(JSON.parse(jsonLd ?? '')).toMatchObject({ '@context': 'https://schema.org', '@type': expect.any(String) })

    const foreign = await page.evaluate(() =>
      [...document.querySelectorAll('[src], link[rel="stylesheet"]')].map(
        (element) => (element as HTMLImageElement).src || (element as unknown as HTMLLinkElement).href,
      ),
    )
    for (const address of foreign) expect(new URL(address).host).toBe(new URL(page.url()).host)

    // 1280 px wide at 400 % is 320 px.
    await page.setViewportSize({ width: 320, height: 640 })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, 'sideways scroll').toBeLessThanOrEqual(0)
  })
}

const translated = [
  '/',
  '/kommuner',
  '/kommune/bergen',
  '/kommune/eidskog/organ/politiraad',
  '/om-slt',
  '/om-data',
  '/tilgjengelighet',
  '/sok?q=bergen',
]

for (const language of ['nn', 'en'])
  for (const path of translated)
    test(`${path} exists in ${language}, says so, and leads on in the same language`, async ({ page }) => {
      await page.goto(`/${language}${path}`.replace(/\/$/, ''))
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await expectAccessible(page)
      const links = await page
        .locator('main a[href^="/"]')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
      for (const link of links)
        expect(link, `${path} leads to ${link}`).toMatch(new RegExp(`^/${language}(/|$|#)|(struktur|kommuner)\\.`))
    })
