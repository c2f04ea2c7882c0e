import { places as bodies, type Case, type There, type World } from './rights.ts'

/** Who may do what with the plan of a year and its tasks. */
export function yearCases({ made, random }: World): Record<string, Case> {
  const task = async (at: There | undefined) =>
    at
      ? made('addAnnualTasks(municipality: "9901", tasks: [{ title: "x", fromMonth: 1, toMonth: 2 }]) { id }', '0.id')
      : random('AnnualTask')
  const schoolBreak = async (at: There | undefined) =>
    at
      ? made('addSchoolBreak(municipality: "9901", schoolBreak: { name: "x", from: "2027-02-22" }) { id }', 'id')
      : random('SchoolBreak')
  const own = { whose: 'the home', where: ['internal', 'random'] } as const
  return {
    planMeetings: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) =>
        `planMeetings(meetings: [{ body: "${at?.body ?? random('Body')}", state: { heldOn: "2027-03-01" } }]) { id }`,
    },
    addProposedItems: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => {
        const meeting = at
          ? await made(`createMeeting(body: "${at.body}", state: { heldOn: "2027-03-01" }) { id }`, 'id')
          : random('Meeting')
        const issue = at ? await made(`raiseIssue(body: "${at.body}", state: { title: "x" }) { id }`, 'id') : ''
        const key = `new_issue:${Buffer.from(issue, 'base64url').toString().split(':')[1]}`
        return `addProposedItems(meeting: "${meeting}", items: [{ key: "${key}", title: "x" }]) { id }`
      },
    },
    // When schools are closed is known to everybody.
    removeSchoolBreak: {
      whose: 'the home',
      where: ['public', 'random'],
      call: async (at) => `removeSchoolBreak(id: "${await schoolBreak(at)}")`,
    },
    correctAnnualTask: {
      ...own,
      call: async (at) =>
        `correctAnnualTask(id: "${await task(at)}", version: 1, task: { title: "y", fromMonth: 1, toMonth: 2 }) { id }`,
    },
    removeAnnualTask: { ...own, call: async (at) => `removeAnnualTask(id: "${await task(at)}", version: 1)` },
    markAnnualTaskDone: {
      ...own,
      call: async (at) => `markAnnualTaskDone(id: "${await task(at)}", year: 2027) { id }`,
    },
    markAnnualTaskUndone: {
      ...own,
      call: async (at) => {
        const id = await task(at)
        if (at) await made(`markAnnualTaskDone(id: "${id}", year: 2027) { id }`, 'id')
        return `markAnnualTaskUndone(id: "${id}", year: 2027) { id }`
      },
    },
  }
}
