import { describe, expect, it } from 'vitest'
import { addressLetter, digestLetter, invitationLetter, type InvitationLetter, type SaidNews } from './index.ts'

const invitation: InvitationLetter = {
  kind: 'invitation',
  to: 'seat',
  standIn: undefined,
  email: 'rektor@skole.example',
  language: 'nb',
  meeting: {
    id: Buffer.from('Meeting:1').toString('base64url'),
    heldOn: '2027-03-10',
    startsAt: '13:00',
    endsAt: '15:00',
    status: 'PLANNED',
    place: 'Rådhuset',
    round: null,
    sequence: 0,
    revisedAt: '2027-01-01T10:00:00Z',
  },
  notice: null,
  body: 'Politirådet',
  municipality: 'Eidskog',
  who: 'Rektor',
  item: null,
  message: null,
  agenda: [],
  organizer: { name: 'Samråd', email: 'samrad@desk.example' },
  answerAt: 'https://desk.example/svar/x',
  readAt: null,
}
const news: SaidNews = {
  kind: 'POINT_DUE',
  title: 'Lag oversikt',
  on: '2027-03-12',
  municipality: 'eidskog',
  body: 'politiraad',
  bodyName: 'Politirådet',
  meeting: null,
  point: 'p1',
  issue: null,
}

describe('an invitation', () => {
  it.each([
    ['nb', 'Innkalling: Politirådet, onsdag 10. mars 2027', 'Du er innkalt'],
    ['nn', 'Innkalling: Politirådet, onsdag 10. mars 2027', 'Du er innkalla'],
    ['en', 'Invitation: Politirådet, Wednesday', 'You are invited'],
  ])('is written in %s', (language, subject, words) => {
    const letter = invitationLetter({ ...invitation, language })
    expect(letter.subject).toContain(subject)
    expect(letter.text).toContain(words)
    expect(letter.html).toContain(`<html lang="${language}"`)
  })

  it('says the same as plain text and as HTML, and takes no markup from anybody', () => {
    const { text, html } = invitationLetter({ ...invitation, who: '<i>Rektor</i> & co', message: '"></p><script>' })
    expect(text).toContain('<i>Rektor</i> & co')
    expect(html).toContain('&lt;i&gt;Rektor&lt;/i&gt; &amp; co')
    expect(html).not.toMatch(/<script|<i>/)
    expect(html).not.toContain('{{')
  })

  it('puts no link that answers into a calendar, which others may read', () => {
    expect(invitationLetter(invitation).calendar?.text).not.toContain('svar')
  })

  it.each([
    ['who is asked to stand in', { to: 'substitute', standIn: 'ASKED' }, null],
    ['who stands in for want of others', { to: 'substitute' }, 'REQUEST'],
    ['who has said yes to standing in', { to: 'substitute', standIn: 'COMING', kind: 'confirmed' }, 'REQUEST'],
    ['who is invited no more', { kind: 'withdrawn' }, 'CANCEL'],
  ] as const)('of %s has its calendar part', (_who, more, method) => {
    expect(invitationLetter({ ...invitation, ...more }).calendar?.method ?? null).toBe(method)
  })

  it('is not cancelled for others by taking back that of one', () => {
    expect(invitationLetter({ ...invitation, kind: 'withdrawn' }).calendar?.text).not.toContain('STATUS:')
  })
})

it('news of one body stand together, with links in the language of the reader', () => {
  const others = { ...news, kind: 'TASK_DUE', title: 'Årsrapport', body: null, bodyName: null, point: null } as const
  const at = { desk: 'https://desk.example/nn', wishes: 'https://desk.example/nn/w', end: 'https://desk.example/nn/e' }
  const { text, subject } = digestLetter([news, others, news], 'nn', '2027-03-09', at)
  expect(subject).toBe('Samråd: 3 nyheiter')
  expect(text.match(/POLITIRÅDET/g)).toHaveLength(1)
  expect(text).toContain('https://desk.example/nn/kommune/eidskog/organ/politiraad/oppfolging/p1')
  expect(text).toContain('https://desk.example/nn/kommune/eidskog/arshjul')
})

it('an address is asked for in the language that was chosen', () => {
  expect(addressLetter('nn', 'https://desk.example/x').subject).toBe('Er dette di adresse?')
})
