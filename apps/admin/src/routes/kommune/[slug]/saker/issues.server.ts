import { Desk_Issues, type ListedIssue } from '#lib/issues/asked'
import { issueList } from '#lib/issues/list'
import type { List } from '#lib/list/narrow'
import { askDesk } from '#lib/server/desk'
import { everyOne } from '#lib/server/lists'

type Asker = { locals: App.Locals; params: { slug: string } }

/** All issues of a municipality, those raised last first. */
export const askIssues = (event: Asker): Promise<ListedIssue[]> =>
  everyOne(async (after) => (await askDesk(event, Desk_Issues, { municipality: event.params.slug, after })).issues)

export const askIssueList = async (event: Asker): Promise<List> => issueList(await askIssues(event))
