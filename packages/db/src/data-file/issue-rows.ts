import type { RowCollector } from './collector.ts'
import type { Path } from './identity.ts'
import type { MunicipalityFile } from './shape.ts'

type Issue = MunicipalityFile['issues'][number]

/** An issue with where it was up, how it was lifted and what it has to do with. */
export function issueRows(collector: RowCollector, issue: Issue, path: Path): void {
  const { key, title, kind = null, text = null, themes, raised, raisedBy, state, closed = null, outcome = null } = issue
  const id = collector.id('issue', key)
  const owner = { column: 'issue_id', id }
  const around = { path, sources: issue.source ?? [] }
  const values = {
    home_municipality_id: collector.homeId,
    slug: key,
    visibility: issue.visibility ?? collector.file.content.visibility,
    kind,
    title,
    text,
    themes,
    raised_on: raised?.on ?? null,
    raised_is: raised?.on ? raised.is : null,
    state: state === 'unknown' ? null : state,
    closed_on: closed,
    outcome,
  }
  collector.undatedFact('issue', [key], values, issue.source, owner, around, raisedBy)
  const upIn = new Set(issue.bodies)
  issue.bodies.forEach((body, index) => forumRow(collector, key, body, [...path, 'bodies', index]))
  issue.lifts.forEach((lift, index) => {
    const at = [...path, 'lifts', index]
    const { from, to, toOther, on, direction, question, wantedDecision = null, answerBy = null, answer = null } = lift
    const moved = {
      issue_id: id,
      direction,
      from_body_id: from ? collector.idOf('body', from, [...at, 'from']) : null,
      to_body_id: to ? collector.idOf('body', to, [...at, 'to']) : null,
      moved_on: on?.on ?? null,
      moved_is: on?.on ? on.is : null,
      question,
      wanted_decision: wantedDecision,
      answer_by: answerBy,
      state: answer ? 'answered' : 'waiting',
      answer,
      answered_on: lift.answered ?? null,
    }
    const parties = toOther ? [toOther] : []
    collector.undatedFact(
      'issue_move',
      [key, String(index)],
      moved,
      lift.source,
      owner,
      { ...around, path: at },
      parties,
    )
    // What is lifted to a body is up there.
    if (to && !upIn.has(to)) forumRow(collector, key, to, [...at, 'to'])
    if (to) upIn.add(to)
  })
  issue.related.forEach((other, index) => {
    const otherId = collector.idOf('issue', other, [...path, 'related', index])
    const [one_id = '', other_id = ''] = [id, otherId].toSorted((a, b) => (a < b ? -1 : 1))
    collector.add('issue_relation', { id: collector.id('issue_relation', one_id, other_id), one_id, other_id })
  })
}

function forumRow(collector: RowCollector, key: string, body: string, path: Path): void {
  collector.add('issue_forum', {
    id: collector.id('issue_forum', key, body),
    issue_id: collector.id('issue', key),
    body_id: collector.idOf('body', body, path),
  })
}
