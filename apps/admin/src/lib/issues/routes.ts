import { labels, m, sayList } from '@samrad/i18n'
import { partyName } from '../form/party'
import { keptForums, type IssueData } from './asked'

type Route = IssueData['forums'][number]['body']['liftRoutes'][number]

const receivers = ({ parties }: Route): string[] => parties.map(partyName).filter(Boolean)

/** To whom issues are lifted from the bodies that the viewer keeps, by name. */
export const routedTo = (issue: IssueData): string[] =>
  keptForums(issue).flatMap(({ body }) => body.liftRoutes.flatMap(receivers))

/** What was agreed of where issues are lifted from them, a line each: «Ungdomsteamet: opp til koordineringsgruppen». */
export const sayRoutes = (issue: IssueData): string[] =>
  keptForums(issue).flatMap(({ body }) =>
    body.liftRoutes.map((route) =>
      [
        m.lift_route({
          body: body.name,
          way: labels.moveDirection[route.direction](),
          to: sayList(receivers(route)),
        }),
        route.note,
      ]
        .filter(Boolean)
        .join(' – '),
    ),
  )
