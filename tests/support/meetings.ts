import { openDoor, type As } from './ask.ts'

type Desk = ReturnType<typeof openDoor>
export type Said = { id: string; version: number }
export type Item = Said & { number: number; title: string }

/** What a coordinator does with meetings through the signed-in door. */
export function meetingsOf(desk: Desk, as: () => As) {
  const meetingFields =
    'id version slug heldOn startsAt status sequence agendaState agendaVersion minutes { version } withheld { number legalGround } agenda { id version number title } notices { kind because fromOn fromStartsAt }'
  type Meeting = Said & {
    slug: string
    sequence: number
    agenda: Item[]
    withheld: object[]
    notices: object[]
    status: string
    agendaState: string
    agendaVersion: number
    minutes: { version: number } | null
  }
  const act = (call: string, variables: Record<string, unknown>, by = as()) => {
    const types: Record<string, string> = {
      id: 'ID!',
      version: 'Int!',
      agendaVersion: 'Int!',
      meeting: 'ID!',
      body: 'ID!',
      item: 'AgendaItemInput!',
      items: call === 'orderAgenda' ? '[ID!]!' : '[ItemOpenness!]!',
      state: 'MeetingInput!',
      to: 'MeetingPlace!',
      because: call === 'closeAgenda' ? 'String!' : 'String',
      visibility: 'Visibility!',
      on: 'Date!',
      text: 'String!',
    }
    const names = Object.keys(variables)
    const declared = names.map((name) => `$${name}: ${types[name]}`).join(', ')
    const passed = names.map((name) => `${name}: $${name}`).join(', ')
    const fields = /AgendaItem$/.test(call) && call !== 'removeAgendaItem' ? 'id version number title' : meetingFields
    return desk.answer<{ it: Meeting & Item }>(
      `mutation (${declared}) { it: ${call}(${passed}) { ${fields} } }`,
      variables,
      by,
    )
  }
  /** Does it, or fails loudly. */
  const done = async (call: string, variables: Record<string, unknown>, by = as()) => {
    const { data, errors } = await act(call, variables, by)
    if (errors.length) throw new Error(`${call}: ${JSON.stringify(errors)}`)
    return data.it
  }
  const ask = async (id: string, by = as()) =>
    (
      await desk.data<{ node: Meeting | null }>(
        `query ($id: ID!) { node(id: $id) { ... on Meeting { ${meetingFields} } } }`,
        { id },
        by,
      )
    ).node
  const undo = async (id: string, by = as()) => {
    const { acts } = await desk.data<{ acts: { nodes: { id: string }[] } }>(
      'query ($id: ID!) { acts(filter: { object: $id }, first: 1) { nodes { id } } }',
      { id },
      by,
    )
    return desk.answer('mutation ($id: ID!) { undoAct(id: $id) { id } }', { id: acts.nodes[0]?.id }, by)
  }
  /** Acts on the agenda of a meeting, or on its minutes, as they are now. */
  const actOnAgenda = async (call: string, { id }: { id: string }, more: object = {}) =>
    act(call, {
      [call === 'orderAgenda' ? 'meeting' : 'id']: id,
      agendaVersion: (await ask(id))?.agendaVersion,
      ...more,
    })
  const actOnMinutes = async (call: string, { id }: { id: string }, more: object = {}) => {
    const now = await ask(id)
    const seen = call === 'approveMinutes' ? { agendaVersion: now?.agendaVersion } : {}
    return act(call, { id, version: now?.minutes?.version ?? 1, ...seen, ...more })
  }
  return { act, done, ask, undo, actOnAgenda, actOnMinutes }
}
