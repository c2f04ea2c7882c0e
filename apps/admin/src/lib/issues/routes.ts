import { labels, m, sayList } from '@samrad/i18n'
import { partyName } from '../form/party'
import { keptForums, type IssueData } from './asked'

type Route = IssueData['forums'][number]['body']['liftRoutes'][number]

const receivers = ({ parties }: Route): string[] => parties.map(partyName).filter(Boolean)

const bodiesOf = (issue: IssueData, from: string) =>
  keptForums(issue).flatMap(({ body }) => (body.id === from ? [body] : []))

/** To whom issues are lifted from a body where it is up, by name. */
export const routedTo = (issue: IssueData, from: string): string[] =>
  bodiesOf(issue, from).flatMap(({ liftRoutes }) => liftRoutes.flatMap(receivers))

/** What was agreed of where issues are lifted from it, a line each: «Ungdomsteamet: opp til koordineringsgruppen». */
export function sayRoutes(issue: IssueData, from: string): string[] {
  const lines = bodiesOf(issue, from).flatMap(({ name, liftRoutes }) =>
    liftRoutes.flatMap((route) => {
      const to = receivers(route)
      const way = labels.moveDirection[route.direction]()
      // Whom the viewer may not see is not told of.
      return to.length
        ? [[m.lift_route({ body: name, way, to: sayList(to) }), route.note].filter(Boolean).join(' – ')]
        : []
    }),
  )
  return [...new Set(lines)]
}
