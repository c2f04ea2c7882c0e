import { places as bodies, type Case, type There, type Versions, type World } from './rights.ts'

/** Who may do what with meetings, their agendas and minutes, and what is to be done after them. */
export function meetingCases({ made, random, versionsOf }: World): Record<string, Case> {
  const meeting = async (at: There | undefined, heldOn = '2027-01-01') =>
    at ? made(`createMeeting(body: "${at.body}", state: { heldOn: "${heldOn}" }) { id }`, 'id') : random('Meeting')
  const agendaItem = async (at: There | undefined) => {
    const of = await meeting(at)
    const item = at
      ? await made(`addAgendaItem(meeting: "${of}", item: { title: "x" }) { id }`, 'id')
      : random('AgendaItem')
    return { meeting: of, item }
  }
  const point = async (at: There | undefined, state?: 'closed') => {
    if (!at) return random('ActionPoint')
    const id = await made(`addActionPoint(body: "${at.body}", point: { text: "x" }) { id }`, 'id')
    if (state) await made(`closeActionPoint(id: "${id}", version: 1) { id }`, 'id')
    return id
  }
  const seenBy = (step: string, { agendaVersion, minutes }: Versions) =>
    [
      ...(step === 'closeAgenda' ? [] : [`version: ${minutes.version}`]),
      ...(step === 'closeAgenda' || step === 'approveMinutes' ? [`agendaVersion: ${agendaVersion}`] : []),
    ].join(', ')
  const moreOf: Record<string, string> = { closeAgenda: ', because: "x"', approveMinutes: ', on: "2022-01-01"' }
  /** A meeting whose minutes have been begun, and have come as far as these steps. */
  const minutes = async (at: There | undefined, ...steps: string[]) => {
    const of = await meeting(at, '2021-01-01')
    if (!at) return of
    const item = await made(`addAgendaItem(meeting: "${of}", item: { title: "x" }) { id }`, 'id')
    await made(`writeMinutes(item: "${item}", version: 0, text: "x") { version }`, 'version')
    for (const step of steps)
      await made(`${step}(id: "${of}", ${seenBy(step, await versionsOf(of))}${moreOf[step] ?? ''}) { id }`, 'id')
    return of
  }
  const minutesCall = async (name: string, of: string, at: There | undefined, more = '') => {
    const seen = at ? await versionsOf(of) : { agendaVersion: 1, minutes: { version: 1 } }
    return `${name}(id: "${of}", ${seenBy(name, seen)}${more}) { id }`
  }

  return {
    createMeeting: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) =>
        `createMeeting(body: "${at?.body ?? random('Body')}", state: { heldOn: "2027-01-01" }) { id }`,
    },
    recordAttendance: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) =>
        `recordAttendance(meeting: "${await meeting(at)}", rows: [{ who: { roleTitle: "x" }, presence: PRESENT }]) { id }`,
    },
    correctMeeting: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) =>
        `correctMeeting(id: "${await meeting(at)}", version: 1, state: { heldOn: "2027-02-01" }) { id }`,
    },
    moveMeeting: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => `moveMeeting(id: "${await meeting(at)}", version: 1, to: { heldOn: "2027-02-01" }) { id }`,
    },
    cancelMeeting: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => `cancelMeeting(id: "${await meeting(at)}", version: 1) { id }`,
    },
    restoreMeeting: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => {
        const id = await meeting(at)
        if (at) await made(`cancelMeeting(id: "${id}", version: 1) { id }`, 'id')
        return `restoreMeeting(id: "${id}", version: ${at ? 2 : 1}) { id }`
      },
    },
    recordMeetingHeld: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => `recordMeetingHeld(id: "${await meeting(at, '2021-01-01')}", version: 1) { id }`,
    },
    addAgendaItem: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => `addAgendaItem(meeting: "${await meeting(at)}", item: { title: "x" }) { id }`,
    },
    addStandingItems: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => `addStandingItems(meeting: "${await meeting(at)}") { id }`,
    },
    correctAgendaItem: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) =>
        `correctAgendaItem(id: "${(await agendaItem(at)).item}", version: 1, item: { title: "y" }) { id }`,
    },
    removeAgendaItem: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => `removeAgendaItem(id: "${(await agendaItem(at)).item}", version: 1) { id }`,
    },
    orderAgenda: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => {
        const { meeting, item } = await agendaItem(at)
        return `orderAgenda(meeting: "${meeting}", agendaVersion: 2, items: ["${item}"]) { id }`
      },
    },
    publishAgenda: {
      whose: 'the home',
      where: bodies,
      call: async (at) => {
        const { meeting, item } = await agendaItem(at)
        return `publishAgenda(id: "${meeting}", agendaVersion: 2, items: [{ id: "${item}", visibility: INTERNAL, legalGround: "x" }]) { id }`
      },
    },
    closeAgenda: {
      whose: 'the home',
      where: bodies,
      call: async (at) => `closeAgenda(id: "${await meeting(at)}", agendaVersion: 1, because: "x") { id }`,
    },
    withdrawAgenda: {
      whose: 'the home',
      where: bodies,
      call: async (at) => `withdrawAgenda(id: "${await meeting(at)}", agendaVersion: 1) { id }`,
    },
    writeMinutes: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => `writeMinutes(item: "${(await agendaItem(at)).item}", version: 0, text: "x") { version }`,
    },
    sendMinutes: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => minutesCall('sendMinutes', await minutes(at, 'closeAgenda'), at),
    },
    takeMinutesBack: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => minutesCall('takeMinutesBack', await minutes(at, 'closeAgenda', 'sendMinutes'), at),
    },
    approveMinutes: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => minutesCall('approveMinutes', await minutes(at), at, `, on: "2022-01-01"`),
    },
    publishMinutes: {
      whose: 'the home',
      where: bodies,
      call: async (at) => minutesCall('publishMinutes', await minutes(at, 'closeAgenda', 'approveMinutes'), at),
    },
    withdrawMinutes: {
      whose: 'the home',
      where: bodies,
      call: async (at) =>
        minutesCall('withdrawMinutes', await minutes(at, 'closeAgenda', 'approveMinutes', 'publishMinutes'), at),
    },
    addToMinutes: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => minutesCall('addToMinutes', await minutes(at, 'approveMinutes'), at, `, text: "x"`),
    },
    addActionPoint: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => `addActionPoint(body: "${at?.body ?? random('Body')}", point: { text: "x" }) { id }`,
    },
    correctActionPoint: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => `correctActionPoint(id: "${await point(at)}", version: 1, point: { text: "y" }) { id }`,
    },
    closeActionPoint: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => `closeActionPoint(id: "${await point(at)}", version: 1) { id }`,
    },
    reportActionPointDone: {
      whose: 'who owns it',
      where: bodies,
      call: async (at) => `reportActionPointDone(id: "${await point(at)}", version: 1) { id }`,
    },
    reopenActionPoint: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => `reopenActionPoint(id: "${await point(at, 'closed')}", version: ${at ? 2 : 1}) { id }`,
    },
    removeActionPoint: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => `removeActionPoint(id: "${await point(at)}", version: 1)`,
    },
    setMeetingVisibility: {
      whose: 'the home',
      where: bodies,
      call: async (at) => `setMeetingVisibility(id: "${await meeting(at)}", version: 1, visibility: INTERNAL) { id }`,
    },
  }
}
