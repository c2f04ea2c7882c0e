import { expect, test } from '@playwright/test'
import { deskOf, deskOrigin, portalOrigin, scriptsReady, signIn } from '../../support/desk.ts'

test.use({ baseURL: deskOrigin })

/** As municipalities write it on their pages. */
const fromTheirPage = `Faste medlemmer etter avtale:
- Ordfører
- Kommunedirektør
- Politistasjonssjef – Politiet
- Kommunalsjef oppvekst
- Kommunalsjef helse
Fast innkalte:
- SLT-koordinator
- Ungdomsrådets leder
Ved behov:
- Leder for barnevernet`

test('a municipality without anything is entered by a new coordinator from its web page, and found on the portal', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  const begun = Date.now()
  const municipality = 'Kongsvinger'

  // The one who runs the installation lets the coordinator in.
  await signIn(page, 'Driftsansvarlig')
  await page.goto('/drift')
  await page.getByLabel('Koordinator i kommune').fill(municipality)
  await page.getByRole('button', { name: 'Lag invitasjon' }).click()
  const link = await page
    .locator('main')
    .getByText(/\/invitasjon\//)
    .innerText()

  const desk = await deskOf(browser, 'Koordinator i Bærum')
  await desk.goto(link)
  await desk.getByRole('button', { name: 'Ta imot' }).click()
  await desk.getByRole('main').getByRole('link', { name: municipality }).click()
  await expect(desk.getByRole('heading', { level: 1, name: municipality })).toBeVisible()
  await expect(desk.getByText('Registeret henger sammen')).toBeVisible()

  await desk.getByRole('link', { name: 'Ny SLT-ordning' }).click()
  await scriptsReady(desk)
  await desk.getByLabel('Navn', { exact: true }).fill(`SLT i ${municipality}`)
  for (const [nth, level] of ['Politisk og administrativt nivå', 'Utførende nivå'].entries()) {
    await desk.getByRole('button', { name: 'Legg til nivå' }).click()
    await desk.getByLabel('Hva nivået heter hos dere').nth(nth).fill(level)
  }
  await desk.getByRole('button', { name: 'Opprett', exact: true }).click()
  await expect(desk.getByText('Lagret: opprettet.')).toBeVisible()

  const publish = async () => {
    await desk.getByRole('link', { name: 'Synlighet' }).click()
    await desk.getByLabel('Offentlig').check()
    await desk.getByRole('button', { name: 'Lagre' }).click()
    await expect(desk.getByText('Lagret: synlighet endret.')).toBeVisible()
  }
  await publish()

  const bodies = [
    { name: 'Politirådet', function: 'Politiråd', level: 'Politisk og administrativt nivå', seats: fromTheirPage },
    {
      name: 'SLT-gruppa',
      function: 'Arbeidsgruppe',
      level: 'Utførende nivå',
      seats: 'Medlemmer:\n- Rektor\n- Helsesykepleier\n- Utekontakt',
    },
  ]
  for (const body of bodies) {
    await desk.goto('/kommune/kongsvinger/organ/ny')
    await scriptsReady(desk)
    await desk.getByLabel('Navn', { exact: true }).fill(body.name)
    await desk.getByLabel(body.function, { exact: true }).check()
    await desk.getByLabel(body.level).check()
    if (body.name === 'SLT-gruppa') {
      await desk.getByRole('button', { name: 'Legg til rapportering' }).click()
      await desk.getByLabel('Organ', { exact: true }).selectOption({ label: 'Politirådet' })
    }
    await desk.getByRole('button', { name: 'Legg til funksjon' }).click()
    await desk.getByLabel('Hvem 1').fill(body.name === 'Politirådet' ? 'Ordføreren' : 'SLT-koordinatoren')
    await desk.getByLabel('Møtehyppighet').selectOption({ label: 'Minst så mange ganger' })
    await desk.getByLabel('Antall ganger').fill('4')
    await desk.getByRole('button', { name: 'Opprett', exact: true }).click()
    await expect(desk.getByText('Lagret: opprettet.')).toBeVisible()

    await desk.getByRole('link', { name: 'Plasser' }).click()
    await scriptsReady(desk)
    await desk.getByText('Lim inn en liste', { exact: true }).click()
    await desk.getByLabel('Én rolle på hver linje').fill(body.seats)
    await desk.getByRole('button', { name: 'Legg til radene' }).click()
    await desk.getByLabel('Jeg retter en feil').check()
    await desk.getByRole('button', { name: 'Lagre' }).click()
    if (body.name === 'Politirådet') {
      // An organisation that is not there yet is asked about once.
      await desk.getByLabel(/hva slags virksomhet er «Politiet»/).selectOption({ label: 'Politi' })
      await desk.getByRole('button', { name: 'Lagre' }).click()
    }
    await expect(desk.getByText('Lagret: rettet.')).toBeVisible()
    await publish()
  }

  const portal = await browser.newPage({ locale: 'nb-NO', baseURL: portalOrigin })
  await portal.goto('/kommune/kongsvinger')
  await expect(portal.getByRole('link', { name: 'Politirådet' }).first()).toBeVisible()
  await expect(portal.getByRole('link', { name: 'SLT-gruppa' }).first()).toBeVisible()
  await portal.getByRole('link', { name: 'Politirådet' }).first().click()
  await expect(portal.getByText('Kommunalsjef oppvekst')).toBeVisible()
  await expect(portal.getByText(/[Mm]inst 4 ganger i året/)).toBeVisible()
  await portal.goto('/sok?q=Politirådet Kongsvinger')
  expect(Date.now() - begun).toBeLessThan(15 * 60_000)
})
