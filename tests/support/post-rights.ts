import { places as bodies, type Case, type There, type World } from './rights.ts'

/** Who may do what with invitations to meetings. */
export function postCases({ made, random }: World): Record<string, Case> {
  const guests = '[{ guest: "x", email: "x@example.no" }]'
  const meeting = async (at: There | undefined) =>
    at ? made(`createMeeting(body: "${at.body}", state: { heldOn: "2099-01-01" }) { id }`, 'id') : random('Meeting')
  /** A meeting to which a guest is invited. */
  const called = async (at: There | undefined) => {
    const of = await meeting(at)
    if (at) await made(`inviteToMeeting(meeting: "${of}", seats: [], guests: ${guests}) { id }`, 'id')
    return of
  }
  const invitee = async (at: There | undefined) =>
    at
      ? made(
          `inviteToMeeting(meeting: "${await meeting(at)}", seats: [], guests: ${guests}) { invitees { id } }`,
          'invitees.0.id',
        )
      : random('Invitee')
  const both = { whose: 'who takes part', where: bodies } as const
  return {
    setSeatAddresses: {
      ...both,
      call: async (at) => `setSeatAddresses(body: "${at?.body ?? random('Body')}", seats: []) { id }`,
    },
    inviteToMeeting: {
      ...both,
      call: async (at) => `inviteToMeeting(meeting: "${await meeting(at)}", seats: [], guests: ${guests}) { id }`,
    },
    remindInvitees: { ...both, call: async (at) => `remindInvitees(meeting: "${await called(at)}") { id }` },
    withdrawInvitee: { ...both, call: async (at) => `withdrawInvitee(id: "${await invitee(at)}") { id }` },
    answerInvitation: {
      whose: 'who is invited',
      where: bodies,
      call: async (at) => `answerInvitation(id: "${await invitee(at)}", answer: COMING) { id }`,
    },
  }
}
