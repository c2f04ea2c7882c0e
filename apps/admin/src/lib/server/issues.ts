import { localizeHref, todayInOslo } from '@samrad/i18n'
import { error } from '@sveltejs/kit'
import { Desk_Issue, issuePath, type IssueData } from '#lib/issues/asked'
import { askDesk } from './desk'

type Asker = { locals: App.Locals; params: { slug: string; issue: string } }

/** The issue of an address. Answers 404 when there is none that the viewer may see. */
export async function askIssue({ locals, params: { slug: municipality, issue: slug } }: Asker): Promise<IssueData> {
  const { issue } = await askDesk({ locals }, Desk_Issue, { municipality, slug, today: todayInOslo() })
  return issue ?? error(404)
}

/** Back to the issue after something was done with it. */
export const backTo = (issue: { id: string; slug: string; municipality: { slug: string } }): string =>
  localizeHref(`${issuePath(issue)}?lagret=${issue.id}`)
