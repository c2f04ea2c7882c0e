import { beforeAll, describe, expect, it } from 'vitest'
import { hashOf } from '@samrad/api/auth/token'
import { openDoor, type As } from '../support/ask.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
let coordinator: SignedIn
let operator: SignedIn

beforeAll(async () => {
  await loadIntoProevebygd(database, {
    bodies: [
      { key: 'raadet', name: 'Rådet', visibility: 'internal', seats: [{ role: 'Lensmann', attachment: 'member' }] },
    ],
  })
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
  operator = await signInAs(database, 'Drift', [{ kind: 'operator' }])
})

const invite = async (args: string, as: As) => {
  const { data, errors } = await desk.answer<{ invite: { token: string } }>(
    `mutation { invite(${args}) { token invitation { id kind } } }`,
    {},
    as,
  )
  return { token: data?.invite.token, code: errors[0]?.extensions.code }
}
const accept = async (token: string | undefined, as: As) =>
  (await desk.answer('mutation ($token: String!) { acceptInvitation(token: $token) }', { token }, as)).errors[0]
    ?.extensions.code ?? 'done'
const rolesOf = async (as: As) =>
  (await desk.data<{ viewer: { roles: { id: string; kind: string }[] } }>('{ viewer { roles { id kind } } }', {}, as))
    .viewer.roles

describe('an invitation', () => {
  it('gives its role once to whoever signs in with it, and the role can be taken back', async () => {
    const [first, second] = [await signInAs(database, 'Leder'), await signInAs(database, 'En annen')]
    const { token } = await invite('kind: LEADER, municipality: "9901", note: "Leder av styret"', coordinator)
    const { openInvitation } = await desk.data(
      'query ($token: String!) { openInvitation(token: $token) { kind place } }',
      { token },
    )
    expect(openInvitation).toEqual({ kind: 'LEADER', place: 'Prøvebygd' })
    expect(await accept(token, {})).not.toBe('done')
    expect(await accept(token, first)).toBe('done')
    expect(await accept(token, second)).toBe('NOT_FOUND')
    const [role] = await rolesOf(first)
    expect(role?.kind).toBe('LEADER')
    const end = (as: As) => desk.answer('mutation ($id: ID!) { endRole(id: $id) { id } }', { id: role?.id }, as)
    expect((await end(first)).errors[0]?.extensions.code).toBe('FORBIDDEN')
    expect((await end(coordinator)).errors).toEqual([])
    expect(await rolesOf(first)).toEqual([])
  })

  it('the last one who runs the installation cannot be shut out', async () => {
    const [role] = await rolesOf(operator)
    const end = () => desk.answer('mutation ($id: ID!) { endRole(id: $id) { id } }', { id: role?.id }, operator)
    expect((await end()).errors[0]?.extensions).toMatchObject({ fields: { id: 'last_operator' } })
    const { roles } = await desk.data('{ roles { kind isYours } }', {}, operator)
    expect(roles).toEqual([{ kind: 'OPERATOR', isYours: true }])
  })

  it('to a seat lets its member see the body, and is known by nobody else', async () => {
    const member = await signInAs(database, 'Lensmann')
    const { body } = await desk.data<{ body: { seats: { id: string }[] } }>(
      '{ body(municipality: "9901", slug: "raadet") { seats { id } } }',
      {},
      coordinator,
    )
    const sees = async () =>
      (await desk.data('{ body(municipality: "9901", slug: "raadet") { name } }', {}, member))['body']
    expect(await sees()).toBeNull()
    const { token } = await invite(`kind: MEMBER, seat: "${body.seats[0]?.id}"`, coordinator)
    expect(await accept(token, member)).toBe('done')
    expect(await sees()).toEqual({ name: 'Rådet' })
    const { rows } = await database.owner.query(
      'SELECT invitation::text AS text FROM invitation UNION ALL SELECT act_change::text FROM act_change',
    )
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it.each<[string, string, () => As, string | undefined]>([
    ['a coordinator of the home', 'kind: COORDINATOR, municipality: "9901"', () => coordinator, undefined],
    ['a coordinator elsewhere', 'kind: LEADER, municipality: "4601"', () => coordinator, 'FORBIDDEN'],
    ['a coordinator, of an operator', 'kind: OPERATOR', () => coordinator, 'FORBIDDEN'],
    ['an operator, of a coordinator', 'kind: COORDINATOR, municipality: "4601"', () => operator, undefined],
    ['an operator, of an operator', 'kind: OPERATOR', () => operator, undefined],
    ['an operator, of a leader', 'kind: LEADER, municipality: "4601"', () => operator, 'FORBIDDEN'],
    ['nobody', 'kind: LEADER, municipality: "9901"', () => ({}), 'UNAUTHENTICATED'],
  ])('is made as the rights say by %s', async (_who, args, as, code) => {
    expect((await invite(args, as())).code).toBe(code)
  })

  it('is made once and shown again to who sends the same once more, and lies nowhere in the meantime', async () => {
    const once = { ...coordinator, key: 'a-key-of-my-own' }
    const { token } = await invite('kind: LEADER, municipality: "9901"', once)
    expect((await invite('kind: LEADER, municipality: "9901"', once)).token).toBe(token)
    const { rows } = await database.owner.query('SELECT kept_answer::text AS text FROM kept_answer')
    for (const secret of [token, once.key]) expect(JSON.stringify(rows)).not.toContain(secret)
    expect(JSON.stringify(rows)).toContain(hashOf(once.key))
  })

  it('that is withdrawn leads nowhere', async () => {
    const { token } = await invite('kind: LEADER, municipality: "9901"', coordinator)
    const { invitations } = await desk.data<{ invitations: { id: string }[] }>(
      '{ invitations(municipality: "9901") { id } }',
      {},
      coordinator,
    )
    await desk.data(
      'mutation ($id: ID!) { withdrawInvitation(id: $id) { id } }',
      { id: invitations[0]?.id },
      coordinator,
    )
    expect(await accept(token, await signInAs(database, 'For sent'))).toBe('NOT_FOUND')
  })
})
