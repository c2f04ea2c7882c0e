import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { noteDeadLinks } from '@samrad/db/dead-links'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
let coordinator: SignedIn

const lastMonth = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  await loadIntoProevebygd(database, {
    documents: [{ key: 'plan', title: 'Plan' }],
    areas: [
      { key: 'nord', kind: 'bydel', name: 'Nord' },
      { key: 'soer', kind: 'bydel', name: 'Sør' },
    ],
    organisations: [
      { key: 'politi', kind: 'police', name: 'Politiet', areas: [{ area: 'nord', isBorderEqual: false }] },
    ],
    schemes: [
      {
        key: 'slt',
        name: 'SLT',
        agreements: [{ title: 'Avtale', from: '2019-01-01', to: lastMonth, parties: [{ role: 'Ordfører' }] }],
      },
    ],
    bodies: [
      {
        key: 'raadet',
        name: 'Rådet',
        functions: ['politiraad'],
        areas: [{ area: 'nord' }],
        cadences: [{ cadence: { kind: 'minimum', times: 2, per: 'year' } }],
        seats: [{ role: 'Lensmann', attachment: 'member' }],
      },
    ],
  })
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
})

const findings = async (as = coordinator) =>
  desk.answer<{ findings: { kind: string; name: string; detail: string | null }[] }>(
    '{ findings(municipality: "9901") { kind name detail } }',
    {},
    as,
  )

describe('what is missing or odd in a register', () => {
  it('is found in the database as it is', async () => {
    const { data } = await findings()
    expect(data.findings).toEqual([
      { kind: 'BODY_WITHOUT_LEADER', name: 'Rådet', detail: null },
      { kind: 'SEAT_WITHOUT_ORGANISATION', name: 'Rådet', detail: 'Lensmann' },
      { kind: 'AREA_WITHOUT_BODY', name: 'Sør', detail: null },
      { kind: 'POLICE_BORDER_DIFFERS', name: 'Nord', detail: 'Politiet' },
      { kind: 'AGREEMENT_EXPIRES', name: 'SLT', detail: 'Avtale' },
      { kind: 'CADENCE_BELOW_ADVICE', name: 'Rådet', detail: null },
    ])
  })

  it('is told to those who keep it', async () => {
    const leader = await signInAs(database, 'Leder', [{ kind: 'leader', municipality: '9901' }])
    expect((await findings(leader)).errors[0]?.extensions.code).toBe('FORBIDDEN')
  })
})

it('an address that leads nowhere is found, and forgotten when it leads somewhere again', async () => {
  let status = 404
  const server = createServer((_request, response) => response.writeHead(status).end()).listen(0)
  const url = `http://localhost:${(server.address() as AddressInfo).port}/plan.pdf`
  await database.owner.query("UPDATE source_document SET url = CASE WHEN slug = 'plan' THEN $1 END", [url])
  const dead = async () => (await findings()).data.findings.filter(({ kind }) => kind === 'DEAD_LINK')
  const client = await database.owner.connect()
  try {
    expect(await noteDeadLinks(client)).toEqual({ asked: 1, dead: 1 })
    expect(await dead()).toEqual([{ kind: 'DEAD_LINK', name: 'Plan', detail: null }])
    // What cannot be told says nothing.
    status = 500
    await noteDeadLinks(client)
    expect(await dead()).toHaveLength(1)
    status = 200
    await noteDeadLinks(client)
    expect(await dead()).toEqual([])
  } finally {
    client.release()
    server.close()
  }
})
