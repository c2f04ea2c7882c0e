import { sayKnownDay } from '@samrad/i18n'
import { graphql, type ResultOf } from '@samrad/schema/open'

/** An issue as it stands in a list. */
export const Issue_listed = graphql(`
  fragment Issue_listed on Issue @_unmask {
    id
    slug
    title
    language
    stage
    themes
    raisedOn
    raisedIs
    municipality {
      slug
    }
    forums {
      nextMeetingOn
      body {
        slug
        name
        language
        municipality {
          slug
        }
      }
    }
  }
`)
export type ListedIssue = ResultOf<typeof Issue_listed>

/** Some issues, and how many there are in all. */
export type SomeIssues = { totalCount: number; nodes: ListedIssue[] }

/** When an issue was raised, as well as it is known; empty when it is not. */
export const sayRaised = ({ raisedOn, raisedIs }: Pick<ListedIssue, 'raisedOn' | 'raisedIs'>): string =>
  raisedOn ? sayKnownDay(raisedOn, raisedIs) : ''
