import { issueList } from '#lib/issues/list'
import { shownOf } from '#lib/list/narrow'
import { askIssues } from './issues.server'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const issues = await askIssues(event)
  return { issues, list: shownOf(issueList(issues), event.url.searchParams) }
}
