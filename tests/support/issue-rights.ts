import { places as bodies, type Case, type There, type World } from './rights.ts'

/** Who may do what with issues, and what is to be done after them. */
export function issueCases({ made, random }: World): Record<string, Case> {
  const issue = async (at: There | undefined) =>
    at ? made(`raiseIssue(body: "${at.body}", state: { title: "x" }) { id }`, 'id') : random('Issue')
  const lift = (at: There | undefined, id: string) =>
    `liftIssue(id: "${id}", version: 1, lift: { from: "${at?.body ?? random('Body')}", direction: OUT, to: { roleTitle: "x" }, question: "x" })`
  const move = async (at: There | undefined) =>
    at ? made(`${lift(at, await issue(at))} { moves { id } }`, 'moves.0.id') : random('IssueMove')
  const pair = async (at: There | undefined) => ({ id: await issue(at), other: await issue(at) })
  return {
    raiseIssue: {
      whose: 'who sits there',
      where: bodies,
      call: async (at) => `raiseIssue(body: "${at?.body ?? random('Body')}", state: { title: "x" }) { id }`,
    },
    correctIssue: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => `correctIssue(id: "${await issue(at)}", version: 1, state: { title: "y" }) { id }`,
    },
    setIssueVisibility: {
      whose: 'the home',
      where: bodies,
      call: async (at) => `setIssueVisibility(id: "${await issue(at)}", version: 1, visibility: PUBLIC) { id }`,
    },
    closeIssue: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => `closeIssue(id: "${await issue(at)}", version: 1, outcome: "x") { id }`,
    },
    reopenIssue: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => {
        const id = await issue(at)
        if (at) await made(`closeIssue(id: "${id}", version: 1, outcome: "x") { id }`, 'id')
        return `reopenIssue(id: "${id}", version: ${at ? 2 : 1}) { id }`
      },
    },
    liftIssue: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => `${lift(at, await issue(at))} { id }`,
    },
    answerLift: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => `answerLift(id: "${await move(at)}", version: 1, answer: "x") { id }`,
    },
    withdrawLift: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => `withdrawLift(id: "${await move(at)}", version: 1) { id }`,
    },
    mergeIssues: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => {
        const { id, other } = await pair(at)
        return `mergeIssues(id: "${id}", version: 1, into: "${other}") { id }`
      },
    },
    relateIssues: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => {
        const { id, other } = await pair(at)
        return `relateIssues(id: "${id}", other: "${other}") { id }`
      },
    },
    unrelateIssues: {
      whose: 'who takes part',
      where: bodies,
      call: async (at) => {
        const { id, other } = await pair(at)
        if (at) await made(`relateIssues(id: "${id}", other: "${other}") { id }`, 'id')
        return `unrelateIssues(id: "${id}", other: "${other}") { id }`
      },
    },
  }
}
