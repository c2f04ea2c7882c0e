import { expect, test } from '@playwright/test'
import { expectAccessible } from '../../support/axe.ts'
import { deskOf, deskOrigin, freshName, signIn } from '../../support/desk.ts'

test.use({ baseURL: deskOrigin })
test.describe.configure({ timeout: 90_000 })

const team = '/kommune/eidskog/organ/slt-arbeidsgruppe'

test('a member sees on a phone what is theirs, and reports with one tap what is done', async ({ page, browser }) => {
  const [point, place] = [freshName('Kalle inn skolene'), freshName('Rom')]
  await signIn(page, 'Koordinator i Eidskog')
  await page.goto(`${team}/oppfolging`)
  await page.waitForLoadState('networkidle')
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
