import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, type Page } from '@playwright/test'
import { createBody, deskOrigin, freshName, portalOrigin, scriptsReady, signIn } from '../../support/desk.ts'

test.use({ baseURL: deskOrigin })

const apiOrigin = 'http://localhost:4100'
let server: Server
let port: number

/** Serves the HTML in its own address, from an origin that is not ours. */
test.beforeAll(async () => {
  server = createServer((request, response) => {
    const html = new URL(request.url ?? '/', 'http://evil.test').searchParams.get('html') ?? ''
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><body>${html}`)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  port = (server.address() as AddressInfo).port
})
test.afterAll(() => new Promise((resolve) => server.close(resolve)))

// The browser sends the desk's cookies along from the second, which is the same site at another port.
const origins = ['127.0.0.1', 'localhost']
const visit = (page: Page, origin: string, html: string) =>
  page.goto(`http://${origin}:${port}/?html=${encodeURIComponent(html)}`)

for (const origin of origins)
  test(`a hostile page at ${origin} shows, reads and does nothing with the desk of who visits it`, async ({ page }) => {
    await signIn(page, 'Koordinator i Eidskog')
    const name = freshName('Falskt')

    await visit(page, origin, `<iframe src="${deskOrigin}/kommune/eidskog"></iframe>`)
    const frame = page.frames()[1]
    await expect.poll(() => frame?.url()).toBe('chrome-error://chromewebdata/')

    await visit(
      page,
      origin,
      `<form method="post" action="${deskOrigin}/kommune/eidskog/organ/ny"><input name="name" value="${name}"><button>Vinn</button></form>`,
    )
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.getByRole('button').click(),
    ])
    expect(answer.status()).toBe(403)

    await visit(page, origin, '')
    const tried = await page.evaluate(
      async ([desk, api, mutation]) => {
        const outcome = async (url: string, init: RequestInit) =>
          fetch(url, { credentials: 'include', ...init }).then(
            (response) => response.text(),
            () => 'refused',
          )
        const json = { 'content-type': 'application/json', 'graphql-require-preflight': '1' }
        return {
          page: await outcome(`${desk}/kommune/eidskog`, {}),
          blind: await outcome(`${desk}/kommune/eidskog`, { mode: 'no-cors' }),
          act: await outcome(`${api}/admin/graphql`, { method: 'POST', headers: json, body: mutation }),
          simple: await outcome(`${api}/admin/graphql`, { method: 'POST', body: mutation }),
          script: await new Promise((resolve) => {
            const script = Object.assign(document.createElement('script'), {
              src: `${desk}/kommune/eidskog/__data.json`,
              onload: () => resolve('loaded'),
              onerror: () => resolve('refused'),
            })
            document.body.append(script)
          }),
        }
      },
      [
        deskOrigin,
        apiOrigin,
        JSON.stringify({
          query: `mutation { createBody(municipality: "eidskog", state: { name: "${name}" }) { id } }`,
        }),
      ] as const,
    )
    expect(tried).toMatchObject({
      page: 'refused',
      act: 'refused',
      simple: 'refused',
      script: 'refused',
    })
    expect(['', 'refused']).toContain(tried.blind)

    await visit(page, origin, `<img src="${deskOrigin}/logg-ut" alt="">`)
    await page.goto(`/kommune/eidskog/organ?sok=${encodeURIComponent(name)}`)
    await expect(page.getByRole('heading', { level: 1, name: 'Organer' })).toBeVisible()
    await expect(page.locator('tbody')).toHaveCount(0)
  })

test('the desk that another page has opened is cut off from it', async ({ page, context }) => {
  await signIn(page, 'Koordinator i Eidskog')
  await visit(page, 'localhost', `<button onclick="desk = window.open('${deskOrigin}/kommune/eidskog')">Åpne</button>`)
  const [desk] = await Promise.all([context.waitForEvent('page'), page.getByRole('button').click()])
  await expect(desk.getByRole('heading', { level: 1, name: 'Eidskog' })).toBeVisible()
  expect(await page.evaluate('desk.closed')).toBe(true)
  expect(await desk.evaluate('window.opener')).toBe(null)
})

test('what is written is text wherever it is shown, whatever it looks like', async ({ page }) => {
  await signIn(page, 'Koordinator i Eidskog')
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('dialog', (dialog) => errors.push(dialog.message()))
  const name = `${freshName('Ond')} <img src=x onerror=alert(1)>`
  const evil = `"></title></script><script>alert(2)</script><svg onload=alert(3)> {{7*7}} \${7*7}`
  await createBody(page, 'eidskog', name)
  const path = new URL(page.url()).pathname
  await page.goto(`${path}/rediger`)
  await page.getByLabel('Omtale').fill(evil)
  await page.getByLabel('Kortform').fill('<b>K</b>')
  await page.getByLabel('Jeg retter en feil').check()
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByText(evil)).toBeVisible()
  await page.goto(`${path}/plasser`)
  await page.getByLabel('Rolle', { exact: true }).first().fill(evil)
  await page.getByLabel('Jeg retter en feil').check()
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByText('Lagret: rettet.')).toBeVisible()
  await page.goto(`${path}/synlighet`)
  await page.getByLabel('Offentlig').check()
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByText('Lagret: synlighet endret.')).toBeVisible()
  for (const address of [
    path,
    `${path}/historikk`,
    `${path}/forhandsvisning`,
    '/kommune/eidskog',
    `/kommune/eidskog/organ?sok=${encodeURIComponent(evil)}`,
    `/kommune/eidskog/organ?sok=Ond`,
    '/kommune/eidskog/hendelser',
    `${portalOrigin}${path}`,
    `${portalOrigin}/kommune/eidskog`,
    `${portalOrigin}/sok?q=${encodeURIComponent(name)}`,
  ]) {
    const answer = await page.goto(address)
    expect(answer?.status(), address).toBe(200)
    if (!address.startsWith(portalOrigin)) await scriptsReady(page)
    expect(await page.locator('img[src="x"], svg[onload], main b').count(), address).toBe(0)
  }
  expect(errors).toEqual([])

  await page.goto('/kommune/eidskog/dokumenter/ny')
  await page.getByLabel('Tittel').fill('Ond lenke')
  for (const url of ['javascript:alert(1)', ' java\tscript:alert(1)', 'data:text/html,<script>alert(1)</script>']) {
    await page.getByLabel('Nettadresse').fill(url)
    await page.getByRole('button', { name: 'Lagre' }).click()
    await expect(page.getByRole('link', { name: /Nettadresse: skriv hele adressen/ })).toBeVisible()
  }
})

test('signing in leads to no other site, and never to a session that somebody else has made', async ({
  page,
  context,
}) => {
  const planted = { name: 'samrad-session', value: 'a-session-that-somebody-else-knows', url: deskOrigin }
  for (const target of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    await context.clearCookies()
    await context.addCookies([planted])
    await page.goto(`/logg-inn?til=${encodeURIComponent(target)}`)
    await page.getByRole('link', { name: /Logg inn med/ }).click()
    await page
      .getByRole('button', { name: /^Koordinator i Eidskog/ })
      .first()
      .click()
    await expect(page.getByText('Koordinator i Eidskog').first()).toBeVisible()
    expect(new URL(page.url()).origin, target).toBe(deskOrigin)
    const session = (await context.cookies()).find(({ name }) => name === planted.name)
    expect(session?.value).not.toBe(planted.value)
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  }
})
