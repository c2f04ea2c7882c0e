import { graphql, type ResultOf } from '@samrad/schema/admin'

/** A task of the year, with how far it has come in one year. */
export const DeskAnnualTask = graphql(`
  fragment DeskAnnualTask on AnnualTask @_unmask {
    id
    version
    title
    text
    fromMonth
    toMonth
    dueDay
    everyYears
    countedFrom
    body {
      id
      slug
      name
      visibility
      municipality {
        slug
      }
    }
    inYear(year: $year) {
      year
      from
      due
      stage
      doneOn
      note
    }
    lastYear: inYear(year: $before) {
      year
      from
      due
      stage
      doneOn
      note
    }
    agendaItems(year: $year) {
      id
      meeting {
        slug
        heldOn
        body {
          slug
          name
          municipality {
            slug
          }
        }
      }
    }
  }
`)
export type AnnualTask = ResultOf<typeof DeskAnnualTask>
/** A task in a year in which it is to be done. */
export type TaskInYear = AnnualTask & { inYear: NonNullable<AnnualTask['inYear']> }

export const Desk_AnnualTasks = graphql(
  `
    query Desk_AnnualTasks($slug: String!, $year: Int!, $before: Int!) {
      municipality(slug: $slug) {
        annualTasks {
          ...DeskAnnualTask
        }
      }
    }
  `,
  [DeskAnnualTask],
)

export const Desk_MeetingDays = graphql(`
  query Desk_MeetingDays($municipality: String!, $from: Date!, $to: Date!, $after: String) {
    meetings(filter: { municipality: $municipality, from: $from, to: $to }, first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        heldOn
        status
      }
    }
  }
`)

export const Desk_AddAnnualTasks = graphql(`
  mutation Desk_AddAnnualTasks($municipality: String!, $tasks: [AnnualTaskInput!]!) {
    addAnnualTasks(municipality: $municipality, tasks: $tasks) {
      id
    }
  }
`)

/** The tasks of a year: first those that began in the last and go on into it. */
export const ofYear = (tasks: readonly AnnualTask[], year: number): TaskInYear[] => [
  ...tasks.flatMap(({ lastYear, ...task }) =>
    lastYear && lastYear.due >= `${year}-01-01` ? [{ ...task, lastYear, inYear: lastYear }] : [],
  ),
  ...tasks.flatMap((task) => (task.inYear ? [{ ...task, inYear: task.inYear }] : [])),
]
