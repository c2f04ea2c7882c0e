import { graphql } from '@samrad/schema/open'
import { isHttpError } from '@sveltejs/kit'
import { Issue_listed, type SomeIssues } from '#lib/issues/issue'
import { askOpenDoor } from './ask'

const PortalIssues_List = graphql(
  `
    query PortalIssues_List($filter: IssueFilter!, $first: Int!, $after: String, $asOf: Date) {
      issues(filter: $filter, first: $first, after: $after, asOf: $asOf) {
        totalCount
        nodes {
          ...Issue_listed
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [Issue_listed],
)

/** Whose issues: of a municipality, or of one of its bodies. */
type Whose = { municipality: string; body?: string }

/** One page of issues, those raised last first. */
export async function askIssues(filter: Whose, after: string | null) {
  const { issues } = await askOpenDoor(PortalIssues_List, { filter, first: 50, after, asOf: null })
  return issues
}

/** The issues that were raised last. */
export async function askLatestIssues(filter: Whose, asOf: string | null): Promise<SomeIssues> {
  const asked = { filter, first: 5, after: null, asOf }
  const { issues } = await askOpenDoor(PortalIssues_List, asked).catch((thrown: unknown) => {
    // A municipality that is not there has no issues; that it is not there is the page’s to say.
    if (isHttpError(thrown, 400)) return { issues: { totalCount: 0, nodes: [] } }
    throw thrown
  })
  return issues
}
