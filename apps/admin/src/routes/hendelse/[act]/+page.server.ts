import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, redirect } from '@sveltejs/kit'
import { DeskAct } from '#lib/history/acts'
import { nouns } from '#lib/nouns/index'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const Desk_Act = graphql(
  `
    query Desk_Act($id: ID!) {
      node(id: $id) {
        ... on Act {
          ...DeskAct
          name
          objectId
          municipality {
            slug
            name
            rights
          }
        }
      }
    }
  `,
  [DeskAct],
)

const Desk_Undo = graphql(`
  mutation Desk_Undo($id: ID!) {
    undoAct(id: $id) {
      id
    }
  }
`)

const Desk_Object = graphql(`
  query Desk_Object($id: ID!) {
    node(id: $id) {
      id
      ... on Area {
        slug
      }
      ... on Arena {
        slug
      }
      ... on Body {
        slug
      }
      ... on CoordinatorPost {
        slug
      }
      ... on Organisation {
        slug
      }
      ... on Scheme {
        slug
      }
      ... on Issue {
        issue: slug
      }
      ... on Meeting {
        meeting: slug
        body {
          slug
        }
      }
    }
  }
`)

const Desk_DocumentThere = graphql(`
  query Desk_DocumentThere($id: ID!) {
    document(id: $id) {
      id
    }
  }
`)

async function askAct(event: RequestEvent) {
  const { node } = await askDesk(event, Desk_Act, { id: event.params.act })
  return node && 'kind' in node ? node : error(404)
}
type Done = Awaited<ReturnType<typeof askAct>>

/** Where the thing of an act is kept; where things of its kind are, when there is none. */
async function placeOf(event: RequestEvent, { noun, objectId, municipality }: Done): Promise<string> {
  const home = `/kommune/${municipality?.slug ?? ''}`
  if (noun === 'SourceDocument') {
    const { document } = await askDesk(event, Desk_DocumentThere, { id: objectId })
    return `${home}/dokumenter${document ? `/${document.id}` : ''}`
  }
  const { node } = await askDesk(event, Desk_Object, { id: objectId })
  const path = nouns.find(({ type }) => type === noun)?.path
  const slug = node && 'slug' in node ? `/${node.slug}` : ''
  if (path) return municipality ? `${home}/${path}${slug}` : `/drift/virksomheter${slug}`
  if (node && 'body' in node) return `${home}/organ/${node.body.slug}/moter/${node.meeting}`
  if (node && 'issue' in node) return `${home}/saker/${node.issue}`
  if (noun === 'AnnualTask') return `${home}/arshjul`
  return municipality ? home : '/drift'
}

export const load: PageServerLoad = async (event) => {
  const act = await askAct(event)
  // What is only kept, not shown, is a dead end to who may not keep it.
  const isOpen = act.noun !== 'SourceDocument' || act.municipality?.rights.includes('REGISTER_MEND')
  return { act, place: isOpen ? await placeOf(event, act) : null, key: crypto.randomUUID() }
}

export const actions: Actions = {
  undo: async (event) => {
    const [form, act] = await Promise.all([event.request.formData(), askAct(event)])
    const { refusal } = await actAtDesk(event, Desk_Undo, { id: act.id }, form)
    if (refusal) return unsaved(refusal, {}, form)
    redirect(303, localizeHref(`${await placeOf(event, act)}?lagret=${act.objectId}`))
  },
}
