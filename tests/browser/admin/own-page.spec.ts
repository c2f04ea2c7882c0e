import { expect, test } from '@playwright/test'
import ICAL from 'ical.js'
import { expectAccessible } from '../../support/axe.ts'
import { deskOf, deskOrigin, freshName, scriptsReady, signIn } from '../../support/desk.ts'

test.use({ baseURL: deskOrigin })
test.describe.configure({ timeout: 90_000 })

const team = '/kommune/eidskog/organ/slt-arbeidsgruppe'

test('a member sees on a phone what is theirs, and reports with one tap what is done', async ({ page, browser }) => {
  const [point, place] = [freshName('Kalle inn skolene'), freshName('Rom')]
  await signIn(page, 'Koordinator i Eidskog')
  await page.goto(`${team}/oppfolging`)
  await scriptsReady(page)
  await page.getByLabel('Hva skal gjøres').fill(point)
  await page.getByLabel('Hvem har ansvaret').first().fill('Ungdoms-LOS')
  await page.getByLabel('Frist').fill('2026-01-15')
  await page.getByRole('button', { name: 'Legg til' }).click()
  await expect(page.getByText('Lagret: oppfølgingspunkt')).toBeVisible()
  await page.goto(`${team}/moter`)
  await page.getByLabel('Dag', { exact: true }).fill('2099-05-04')
  await page.getByLabel('Sted').fill(place)
  await page.getByRole('button', { name: 'Legg til møtet' }).click()
  await expect(page.getByText('Lagret: opprettet.')).toBeVisible()

  const member = await deskOf(browser, 'Ungdoms-LOS i Eidskog')
  await member.setViewportSize({ width: 360, height: 740 })
  await member.goto('/')
  await expect(member.getByRole('heading', { level: 1, name: 'Min side' })).toBeVisible()
  const mine = member.getByRole('region', { name: 'Mine oppfølgingspunkter' })
  await expect(mine.getByText(point).first()).toBeVisible()
  await expect(mine.getByText('over fristen').first()).toBeVisible()
  await expectAccessible(member)
  await mine.getByRole('button', { name: `Meld gjort ${point}` }).click()
  await expect(member.getByText('Meldt gjort. Koordinatoren ser det.')).toBeVisible()
  await expect(mine.getByText(point)).toHaveCount(0)

  await page.goto(`${team}/oppfolging?bare=CLOSED`)
  await expect(page.getByRole('link', { name: point })).toBeVisible()
})

test('a member answers a commission from their own page, and one of two stays open', async ({ page, browser }) => {
  const [one, other] = [freshName('Hva vet vi om kveldene'), freshName('Hva koster det')]
  await signIn(page, 'Koordinator i Eidskog')
  for (const text of [one, other]) {
    await page.goto(`${team}/oppfolging`)
    await scriptsReady(page)
    await page.getByLabel('Hva slags').selectOption({ label: 'Bestilling' })
    await page.getByLabel('Hva skal gjøres').fill(text)
    await page.getByLabel('Hvem har ansvaret').first().fill('Ungdoms-LOS')
    await page.getByRole('button', { name: 'Legg til' }).click()
    await expect(page.getByText('Lagret: oppfølgingspunkt')).toBeVisible()
  }
  const member = await deskOf(browser, 'Ungdoms-LOS i Eidskog')
  await member.goto('/min-side')
  await scriptsReady(member)
  await expectAccessible(member)
  const mine = member.getByRole('region', { name: 'Mine oppfølgingspunkter' })
  const of = (text: string) => mine.getByRole('listitem').filter({ hasText: text })
  await mine.getByRole('button', { name: `Meld gjort ${other}` }).click()
  await expect(of(other).getByLabel('Hva fant dere ut?')).toHaveAttribute('aria-invalid', 'true')
  await of(other).getByLabel('Hva fant dere ut?').fill('20 000 kroner')
  await mine.getByRole('button', { name: `Meld gjort ${other}` }).click()
  await expect(member.getByText('Meldt gjort. Koordinatoren ser det.')).toBeVisible()
  await expect(of(one)).toHaveCount(1)
  await expect(of(other)).toHaveCount(0)
})

test('a member gets their meetings in a calendar of their own, and ends its address', async ({ page, request }) => {
  await signIn(page, 'Ungdoms-LOS i Eidskog')
  await page.goto('/min-side')
  await scriptsReady(page)
  await page.getByRole('button', { name: 'Lag en hemmelig kalenderadresse' }).click()
  await expect(page.getByText('Adressen er laget')).toBeVisible()
  const address = (await page.getByText(/\/kalender\/[\w-]{43}\.ics$/).textContent())?.trim() ?? ''
  // A calendar program has no session.
  const answer = await request.get(address)
  expect(answer.headers()['content-type']).toBe('text/calendar; charset=utf-8')
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[])
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
  expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1)
  await expectAccessible(page)
  await page.reload()
  await expect(page.getByText(address)).toHaveCount(0)
  await page.getByRole('button', { name: 'Slutt med adressen' }).click()
  await expect(page.getByRole('button', { name: 'Lag en hemmelig kalenderadresse' })).toBeVisible()
  expect((await request.get(address)).status()).toBe(404)
})
