import { isDay, localizeHref, todayInOslo } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, fail, redirect } from '@sveltejs/kit'
import { pointFields } from '#lib/action-points/fields'
import { text } from '#lib/form/fields'
import { refusedBy, type Refused } from '#lib/form/refused'
import { faultsOfRow, readRow } from '#lib/form/kinds'
import { emptyDraft, toldOf } from '#lib/form/state'
import { meetingPath } from '#lib/meetings/path'
import { Desk_AddActionPoint } from '#lib/server/action-points'
import { actAtDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import { askMeeting } from '#lib/server/meetings'
import { writeMinutes } from '#lib/server/minutes'
import { askKnown, askThing } from '#lib/server/things'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const Desk_SendMinutes = graphql(`
  mutation Desk_SendMinutes($id: ID!, $version: Int!) {
    sendMinutes(id: $id, version: $version) {
      id
    }
  }
`)

const Desk_TakeMinutesBack = graphql(`
  mutation Desk_TakeMinutesBack($id: ID!, $version: Int!) {
    takeMinutesBack(id: $id, version: $version) {
      id
    }
  }
`)

const Desk_ApproveMinutes = graphql(`
  mutation Desk_ApproveMinutes($id: ID!, $version: Int!, $agendaVersion: Int!, $on: Date!) {
    approveMinutes(id: $id, version: $version, agendaVersion: $agendaVersion, on: $on) {
      id
    }
  }
`)

const Desk_PublishMinutes = graphql(`
  mutation Desk_PublishMinutes($id: ID!, $version: Int!) {
    publishMinutes(id: $id, version: $version) {
      id
    }
  }
`)

const Desk_WithdrawMinutes = graphql(`
  mutation Desk_WithdrawMinutes($id: ID!, $version: Int!) {
    withdrawMinutes(id: $id, version: $version) {
      id
    }
  }
`)

const Desk_AddToMinutes = graphql(`
  mutation Desk_AddToMinutes($id: ID!, $version: Int!, $text: String!) {
    addToMinutes(id: $id, version: $version, text: $text) {
      id
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { thing, meeting } = await event.parent()
  if (!thing.rights.includes('REGISTER_MEND') && !meeting.minutes) error(404)
  const known = thing.rights.includes('REGISTER_MEND') ? await askKnown(event, thing) : null
  return { today: todayInOslo(), known, point: emptyDraft(pointFields) }
}

type Act = (meeting: { id: string; version: number }, form: FormData) => ReturnType<typeof actAtDesk>

/** Takes a step with the minutes as a whole. */
async function step(event: RequestEvent, name: string, act: Act) {
  const [form, meeting] = await Promise.all([event.request.formData(), askMeeting(event)])
  const { refusal } = await act({ id: meeting.id, version: Number(text(form, '_version')) }, form)
  if (refusal) return unsaved(refusal, { step: name, on: text(form, 'on'), text: text(form, 'text') }, form)
  redirect(303, localizeHref(`${meetingPath(event.params)}/referat?lagret=${meeting.id}`))
}

export const actions: Actions = {
  write: async (event) => {
    const form = await event.request.formData()
    const item = text(form, 'item')
    const { refusal, mine, theirs, written } = await writeMinutes(event, form)
    if (refusal)
      return fail(refusal.status, {
        item,
        mine,
        refused: refusedBy(refusal, { text: mine.text, decision: mine.decision }),
      })
    if (theirs) return fail(409, { item, mine, theirs })
    if (event.request.headers.get('x-sveltekit-action') === 'true') return { item, written }
    redirect(303, localizeHref(`${meetingPath(event.params)}/referat#i-${item.slice(-12)}`))
  },
  point: async (event) => {
    const [form, thing] = await Promise.all([event.request.formData(), askThing(event)])
    const saying = { known: await askKnown(event, thing), parties: new Map<string, object>() }
    const [item, number] = [text(form, 'item'), text(form, 'number')]
    const point = readRow(form, pointFields, number)
    const faults = faultsOfRow(point, pointFields, saying, number)
    if (Object.keys(faults).length) return fail(400, { pointOf: item, point, refused: { faults } as Refused })
    const told = toldOf(point, pointFields, saying) as { text: string }
    const { refusal } = await actAtDesk(event, Desk_AddActionPoint, { item, point: told }, form)
    if (refusal) {
      const refused = refusedBy(refusal)
      const named = Object.entries(refused.faults).map(([field, fault]) => [`${number}.${field}`, fault])
      return fail(refusal.status, {
        pointOf: item,
        point,
        refused: { ...refused, faults: Object.fromEntries(named) } as Refused,
      })
    }
    redirect(303, localizeHref(`${meetingPath(event.params)}/referat?lagret=${thing.id}#i-${item.slice(-12)}`))
  },
  send: (event) => step(event, 'send', (minutes, form) => actAtDesk(event, Desk_SendMinutes, minutes, form)),
  back: (event) => step(event, 'back', (minutes, form) => actAtDesk(event, Desk_TakeMinutesBack, minutes, form)),
  approve: async (event) => {
    const on = text(await event.request.clone().formData(), 'on')
    if (!isDay(on)) return fail(400, { step: 'approve', on, text: '', refused: { faults: { on: 'not_a_day' } } })
    return step(event, 'approve', (minutes, form) => {
      const agendaVersion = Number(text(form, 'agendaVersion'))
      return actAtDesk(event, Desk_ApproveMinutes, { ...minutes, agendaVersion, on }, form)
    })
  },
  publish: (event) => step(event, 'publish', (minutes, form) => actAtDesk(event, Desk_PublishMinutes, minutes, form)),
  withdraw: (event) =>
    step(event, 'withdraw', (minutes, form) => actAtDesk(event, Desk_WithdrawMinutes, minutes, form)),
  add: (event) =>
    step(event, 'add', (minutes, form) =>
      actAtDesk(event, Desk_AddToMinutes, { ...minutes, text: text(form, 'text') }, form),
    ),
}
