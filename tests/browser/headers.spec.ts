import { expect, test } from '@playwright/test'
import { deskOrigin, portalOrigin, signIn } from '../support/desk.ts'

const apiOrigin = 'http://localhost:4100'

test('every answer says what it may be used for, and only what is public may be kept', async ({ page, request }) => {
  await signIn(page, 'Koordinator i Eidskog')
  const headersOf = async (url: string) => (await page.request.get(url, { maxRedirects: 0 })).headers()
  for (const url of [`${deskOrigin}/kommune/eidskog`, `${portalOrigin}/kommune/eidskog`]) {
    const headers = await headersOf(url)
    expect(headers['x-content-type-options'], url).toBe('nosniff')
    expect(headers['content-security-policy'], url).toContain("default-src 'none'")
    expect(headers['content-security-policy'], url).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy'], url).not.toContain('unsafe-inline')
    expect(headers['permissions-policy'], url).toContain('camera=()')
  }
  expect((await headersOf(`${deskOrigin}/kommune/eidskog`))['cache-control']).toBe('no-store')
  const away = await request.get(`${deskOrigin}/kommune/eidskog`, { maxRedirects: 0 })
  expect([away.status(), away.headers()['cache-control'], away.headers()['x-content-type-options']]).toEqual([
    303,
    'no-store',
    'nosniff',
  ])

  const question = {
    headers: { 'content-type': 'application/json' },
    data: { query: '{ installation { isDemonstration } }' },
  }
  const [open, desk] = [
    await request.post(`${apiOrigin}/graphql`, question),
    await request.post(`${apiOrigin}/admin/graphql`, question),
  ]
  for (const answer of [open, desk]) expect(answer.headers()['x-content-type-options']).toBe('nosniff')
  expect(desk.headers()['cache-control']).toBe('no-store')
})

test('a form that another site sends is refused', async ({ page }) => {
  await signIn(page, 'Koordinator i Eidskog')
  const answer = await page.request.post(`${deskOrigin}/logg-ut`, {
    headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
    data: '',
  })
  expect(answer.status()).toBe(403)
  await page.goto(`${deskOrigin}/kommune/eidskog`)
  await expect(page.getByRole('heading', { level: 1, name: 'Eidskog' })).toBeVisible()
})
