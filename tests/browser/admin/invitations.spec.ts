import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from '../../support/axe.ts'
import { createBody, deskOf, deskOrigin, freshName, scriptsReady, signIn } from '../../support/desk.ts'
import { letterTo, linkIn } from '../../support/letters.ts'

test.use({ baseURL: deskOrigin })

// Tomorrow in Norway: whatever the hour, a letter about it does not wait for the morning.
const tomorrow = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(Date.now() + 86_400_000)

/** A body with a seat and a meeting; leaves the page at the meeting. */
async function bodyThatMeets(page: Page): Promise<{ name: string; path: string; meeting: string }> {
  const name = freshName('Innkalt gruppe')
  const path = await createBody(page, 'lillehammer', name)
  await page.goto(`${path}/plasser`)
  await page.getByLabel('Rolle', { exact: true }).first().fill('Rektor')
  await page.getByLabel('Jeg retter en feil').check()
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByText('Lagret: rettet.')).toBeVisible()
  await page.goto(`${path}/moter`)
  await page.getByLabel('Dag', { exact: true }).fill(tomorrow)
  await page.getByLabel('Sted').fill('Rådhuset')
  await page.getByRole('button', { name: 'Legg til møtet' }).click()
  await expect(page.getByText('Lagret: opprettet.')).toBeVisible()
  return { name, path, meeting: new URL(page.url()).pathname }
}

test('a coordinator invites, a seat without an account answers by its link, and its substitute is asked', async ({
  page,
  browser,
}) => {
  test.setTimeout(150_000)
  await signIn(page, 'Koordinator i Lillehammer')
  const { name, path, meeting } = await bodyThatMeets(page)
  const mark = name.slice(-8)
  const [rector, deputy, guest] = ['rektor', 'inspektor', 'utelivet'].map((one) => `${one}-${mark}@skole.example`)

  await page.goto(`${path}/adresser`)
  await page.getByLabel('E-post til plassen').fill('rektor')
  await page.getByLabel('E-post til vara').fill(deputy ?? '')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByLabel('E-post til plassen')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('E-post til vara')).toHaveValue(deputy ?? '')
  await page.getByLabel('E-post til plassen').fill(rector ?? '')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByText('Post går til: plassens e-post')).toBeVisible()
  await expect(page.getByLabel('E-post til plassen')).toHaveValue(rector ?? '')
  await expectAccessible(page)

  await page.goto(`${meeting}/innkalling`)
  await scriptsReady(page)
  await expect(page.getByLabel('Rektor')).toBeChecked()
  await page.getByRole('button', { name: 'Legg til gjest' }).click()
  await page.getByLabel('Funksjon', { exact: true }).fill('Utelivsforeningen')
  await page.getByLabel('E-post', { exact: true }).fill(guest ?? '')
  await page.getByLabel('Melding').fill('Ta med tallene fra høsten.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Send innkalling' }).click()
  await expect(page.getByText('2 har ikke svart').first()).toBeVisible()
  await expectAccessible(page)

  const letter = await letterTo(rector ?? '', 'Innkalling')
  expect(letter.text).toContain('Ta med tallene fra høsten.')
  const reader = await (await browser.newContext({ locale: 'nb-NO', javaScriptEnabled: false })).newPage()
  await reader.setViewportSize({ width: 360, height: 740 })
  await reader.goto(linkIn(letter, '/svar/'))
  await expect(reader.getByRole('heading', { level: 1, name: `Møte i ${name}` })).toBeVisible()
  await expect(reader.getByText('Rådhuset')).toBeVisible()
  await reader.getByLabel('Kommer ikke').check()
  await reader.getByLabel('Merknad').fill('Er på kurs')
  await reader.getByRole('button', { name: 'Send svar' }).click()
  await expect(reader.getByText('Takk, svaret er registrert.')).toBeVisible()
  await expect(reader.getByLabel('Kommer ikke')).toBeChecked()

  await reader.goto(linkIn(await letterTo(deputy ?? '', 'Innkalling'), '/svar/'))
  await expect(reader.getByText('Kommer du som vara for Rektor?')).toBeVisible()
  // What the one wrote is not for the other.
  await expect(reader.getByLabel('Merknad')).toHaveValue('')
  await reader.getByRole('button', { name: 'Send svar' }).click()
  await expect(reader.getByText('Kommer du? Må fylles ut')).toBeVisible()
  await reader.getByLabel('Kommer', { exact: true }).check()
  await reader.getByRole('button', { name: 'Send svar' }).click()
  await expect(reader.getByText('Takk, svaret er registrert.')).toBeVisible()

  await page.reload()
  await expect(page.getByText('1 kommer ikke, 1 har ikke svart')).toBeVisible()
  await expect(page.getByText('Vara har sagt ja')).toBeVisible()
  await expect(page.getByText('Er på kurs')).toBeVisible()
  await reader.goto(linkIn(await letterTo(guest ?? '', 'Innkalling'), '/svar/'))
  await expect(reader.getByText('Innkalt: Utelivsforeningen')).toBeVisible()
  await reader.goto(`${linkIn(letter, '/svar/')}/slutt`)
  await reader.getByRole('button', { name: 'Ja, slutt å sende' }).click()
  await expect(reader.getByText('Vi sender deg ikke flere.')).toBeVisible()
  await expect(reader.getByText('noe å slutte med')).toHaveCount(0)
  await reader.goto(`${deskOrigin}/svar/${'x'.repeat(43)}/slutt`)
  await expect(reader.getByText('det er ingenting å slutte med')).toBeVisible()
  await page.goto(`${path}/adresser`)
  await expect(page.getByText(`${rector} vil ikke ha flere innkallinger`)).toBeVisible()
})

test('a link that is none says so, and asks nothing', async ({ page }) => {
  await page.goto(`/svar/${'x'.repeat(43)}`)
  await expect(page.getByText('Lenken gjelder ikke lenger.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send svar' })).toHaveCount(0)
  await expectAccessible(page)
})

test('a member answers on their own page, and says how they want to be written to', async ({ page, browser }) => {
  await signIn(page, 'Koordinator i Eidskog')
  await page.goto('/kommune/eidskog/organ/slt-arbeidsgruppe/moter')
  const place = freshName('Møterom')
  await page.getByLabel('Sted').fill(place)
  await page.getByLabel('Dag', { exact: true }).fill(tomorrow)
  await page.getByRole('button', { name: 'Legg til møtet' }).click()
  await expect(page.getByText('Lagret: opprettet.')).toBeVisible()
  const meeting = new URL(page.url()).pathname
  await page.goto(`${meeting}/innkalling`)
  await page.getByRole('button', { name: 'Send innkalling' }).click()
  await expect(page.getByRole('heading', { name: 'Innkalt' })).toBeVisible()

  const member = await deskOf(browser, 'Ungdoms-LOS i Eidskog')
  await member.setViewportSize({ width: 360, height: 740 })
  await member.goto('/min-side')
  await scriptsReady(member)
  const mine = member.getByRole('region', { name: 'Mine neste møter' }).getByRole('listitem').filter({ hasText: place })
  await expect(mine.getByText('Ikke svart')).toBeVisible()
  await mine.getByRole('button', { name: /^Kommer \d/ }).click()
  await expect(member.getByText('Takk, svaret er registrert.')).toBeInViewport()
  await expect(mine.getByRole('button', { name: /^Kommer \d/ })).toHaveAttribute('aria-pressed', 'true')
  await expectAccessible(member)
  await page.reload()
  await expect(page.getByText(/^1 kommer/)).toBeVisible()

  await member.getByRole('link', { name: 'Varsler på e-post' }).click()
  await member.getByLabel('Aldri (innkallinger til møter kommer likevel)').check()
  await member.getByLabel('E-post', { exact: true }).fill('ikke en adresse')
  await member.getByRole('button', { name: 'Lagre' }).click()
  await expect(member.getByLabel('E-post', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await member.getByLabel('E-post', { exact: true }).fill('los@eidskog.example')
  await member.getByRole('button', { name: 'Lagre' }).click()
  await expect(member.getByText('Lagret.', { exact: true })).toBeVisible()
  await expect(member.getByLabel('Aldri (innkallinger til møter kommer likevel)')).toBeChecked()
  await expect(member.getByText('los@eidskog.example er ikke bekreftet')).toBeVisible()
  const [reader] = [await (await browser.newContext({ locale: 'nb-NO' })).newPage()]
  await reader.goto(linkIn(await letterTo('los@eidskog.example', 'Er dette din adresse'), '/varsler/bekreft/'))
  await reader.getByRole('button', { name: 'Ja, dette er min adresse' }).click()
  await expect(reader.getByText('Adressen er bekreftet.')).toBeVisible()
  await member.reload()
  await expect(member.getByText('er ikke bekreftet')).toHaveCount(0)
  await expectAccessible(member)
})
