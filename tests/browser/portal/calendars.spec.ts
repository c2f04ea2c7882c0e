import { expect, test } from '@playwright/test'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'

/** The events of a calendar, as one parser reads them and another. */
function readBy(text: string) {
  const root = new ICAL.Component(ICAL.parse(text) as unknown[])
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  const one = root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  const other = Object.values(nodeIcal.sync.parseICS(text)).filter((part) => part?.type === 'VEVENT')
  return { root, one, other }
}

const calendar = '/kommune/bergen/moter/kalender.ics'

test('the calendar of a municipality is read alike by independent parsers, at Norwegian time', async ({ request }) => {
  const answer = await request.get(calendar)
  expect(answer.headers()['content-type']).toBe('text/calendar; charset=utf-8')
  const text = await answer.text()
  expect(text.endsWith('END:VCALENDAR') || text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n', '')).not.toContain('\n')

  const { root, one, other } = readBy(text)
  expect(root.getFirstPropertyValue('version')).toBe('2.0')
  expect(one.length).toBeGreaterThanOrEqual(9)
  expect(other).toHaveLength(one.length)
  expect(new Set(one.map(({ uid }) => uid)).size).toBe(one.length)
  const first = one.find(({ summary }) => summary === 'Lokalt Politiråd Byområde Bergen Sør (runde 1/19)')
  // One in winter time, one in summer time.
  expect(first?.startDate.toJSDate().toISOString()).toBe('2019-02-04T12:00:00.000Z')
  expect(first?.endDate.toJSDate().toISOString()).toBe('2019-02-04T14:30:00.000Z')
  const times = other.flatMap((event) => (event && 'start' in event ? [(event.start as Date).toISOString()] : []))
  expect(times).toContain('2019-02-04T12:00:00.000Z')
  expect(times).toContain('2019-05-02T10:30:00.000Z')
  for (const event of one) {
    expect(event.description).toContain('/kommune/bergen/organ/')
    expect(String(event.component.getFirstPropertyValue('dtstamp'))).toMatch(/Z$/)
  }
  // Its meeting has no time of day.
  const day = one.find(({ summary }) => summary === 'Overordna Politiråd i Bergen')
  expect(day?.startDate.isDate).toBe(true)
  expect(String(day?.startDate)).toBe('2019-02-20')
  expect(text).toContain('DTSTART;VALUE=DATE:20190220')
})

test('a link in a calendar leads to the meeting, and what has not changed costs no bytes', async ({
  page,
  request,
}) => {
  const answer = await request.get('/nn/kommune/bergen/organ/overordna-politiraad/moter/kalender.ics')
  const [event] = readBy(await answer.text()).one
  await page.goto(event?.description.split('\n').at(-1) ?? '')
  await expect(page.getByRole('heading', { level: 1, name: 'Onsdag 20. februar 2019' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'nn')
  const etag = answer.headers()['etag'] ?? ''
  expect((await request.get(answer.url(), { headers: { 'if-none-match': etag } })).status()).toBe(304)
})

test('areas, bodies and the whole country have calendars; what is not there has none', async ({ request }) => {
  const area = readBy(
    await (await request.get('/kommune/bergen/omraade/byomraade-bergen-vest/moter/kalender.ics')).text(),
  )
  expect(new Set(area.one.map(({ summary }) => summary.replace(/ \(.*/, '')))).toEqual(
    new Set(['Lokalt Politiråd Byområde Bergen vest']),
  )
  expect((await request.get('/moter/kalender.ics')).status()).toBe(200)
  const byNumber = await request.get('/kommune/4601/moter/kalender.ics', { maxRedirects: 0 })
  expect(byNumber.headers()['location']).toBe(calendar)
  for (const none of [
    '/kommune/finnes-ikke/moter/kalender.ics',
    '/kommune/bergen/organ/finnes-ikke/moter/kalender.ics',
  ])
    expect((await request.get(none)).status()).toBe(404)
})

test('a citizen finds a meeting from the municipality, and goes from one to the next', async ({ page }) => {
  await page.goto('/kommune/bergen')
  await page.getByRole('link', { name: /Hele møteplanen/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Møteplan \d{4}: Bergen$/ })).toBeVisible()
  await page.goto('/kommune/bergen/moter?aar=2019')
  await expect(page.getByRole('heading', { level: 2, name: 'Februar 2019' })).toBeVisible()
  await page.getByRole('link', { name: 'Tirsdag 5. februar 2019' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tirsdag 5. februar 2019' })).toBeVisible()
  await expect(page.getByText('Sakslisten er ikke publisert ennå.')).toBeVisible()
  await page.getByRole('link', { name: /neste møte, onsdag 15. mai 2019/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Onsdag 15. mai 2019' })).toBeVisible()
})

test('a plan has feeds of minutes and of changes, well-formed also when nothing is new', async ({ page, request }) => {
  await page.goto('/kommune/bergen/moter')
  await page.getByRole('link', { name: 'Nye referater (Atom)' }).hover()
  const links = await page
    .locator('link[type="application/atom+xml"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')))
  expect(links).toEqual(['/kommune/bergen/moter/referater.atom', '/kommune/bergen/moter/endringer.atom'])
  for (const address of [...links, '/nn/kommune/bergen/organ/overordna-politiraad/moter/endringer.atom']) {
    const answer = await request.get(address ?? '')
    expect(answer.headers()['content-type']).toBe('application/atom+xml; charset=utf-8')
    const told = await page.evaluate(
      (text) => {
        const root = new DOMParser().parseFromString(text, 'application/xml').documentElement
        const of = (name: string) => root.querySelector(`:scope > ${name}`)?.textContent
        return {
          root: root.nodeName,
          space: root.namespaceURI,
          id: of('id'),
          title: of('title'),
          updated: of('updated'),
        }
      },
      await answer.text(),
    )
    expect(told).toMatchObject({ root: 'feed', space: 'http://www.w3.org/2005/Atom' })
    expect(told.id).toContain(address)
    expect(Date.parse(told.updated ?? '')).not.toBeNaN()
    expect(told.title).toBeTruthy()
  }
  expect((await request.get('/kommune/bergen/moter/annet.atom')).status()).toBe(404)
})
