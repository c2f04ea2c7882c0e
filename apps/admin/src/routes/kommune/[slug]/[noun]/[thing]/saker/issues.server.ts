import { error } from '@sveltejs/kit'
import { Desk_BodyIssues, type ListedIssue } from '#lib/issues/asked'
import { issueList } from '#lib/issues/list'
import type { List } from '#lib/list/narrow'
import { askDesk } from '#lib/server/desk'

type Asker = { locals: App.Locals; params: { slug: string; noun: string; thing: string } }

/** The issues of a body, those raised last first. Answers 404 when there is no such body. */
export async function askIssues({ locals, params }: Asker): Promise<readonly ListedIssue[]> {
  if (params.noun !== 'organ') error(404)
  const { body } = await askDesk({ locals }, Desk_BodyIssues, { municipality: params.slug, slug: params.thing })
  return body?.issues ?? error(404)
}

export const askIssueList = async (event: Asker): Promise<List> => issueList(await askIssues(event))
