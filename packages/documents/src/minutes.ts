import { capitalised, labels, m, sayAttendance, sayDay, sayHours, sayNotice, sayTime, sayWeekday } from '@samrad/i18n'

/** Minutes as they are to stand on paper, in the language of who asks. */
export type MinutesDocument = {
  /** Language of the words around: `nb`, `nn` or `en`. */
  language: string
  title: string
  /** Whose they are. */
  author: string
  /** The day of the meeting: `2027-03-10`. */
  day: string
  facts: { label: string; text: string }[]
  /** Why there are no items, when there are none. */
  lead: string | null
  items: DocumentItem[]
  addenda: { title: string; texts: string[] } | null
  /** Stands at the foot of every page. */
  foot: string
}
export type DocumentItem = {
  heading: string
  /** Language of its own words; null when it is that of the words around. */
  language: string | null
  /** What stands small under the heading. */
  details: string | null
  texts: string[]
  decision: { label: string; text: string } | null
  points: { label: string; texts: string[] } | null
}

/** What is known of a meeting and its minutes by who asks for them on paper. */
export type Minuted = {
  heldOn: string
  startsAt: string | null
  endsAt: string | null
  place: string | null
  round: string | null
  agendaState: 'DRAFT' | 'PUBLISHED' | 'CLOSED'
  agendaClosedBecause: string | null
  notices: readonly Parameters<typeof sayNotice>[0][]
  withheld: readonly { number: number; legalGround: string | null }[]
  agenda: readonly {
    number: number
    kind: keyof typeof labels.itemKind | null
    title: string
    text: string | null
    language: string | null
    entry: { text: string | null; decision: string | null } | null
    /** By name. */
    presenters: string
    /** What was agreed, with who is to do it. */
    points: readonly string[]
  }[]
  minutes: {
    state: keyof typeof labels.minutesState
    approvedOn: string | null
    addenda: readonly { text: string; madeAt: string }[]
  }
  attendance: Parameters<typeof sayAttendance>[0]
  body: string
  municipality: string
  /** Where they are on the web. */
  address: string
}

/** Minutes as they are to stand on paper. */
export function minutesDocument(meeting: Minuted, language: string): MinutesDocument {
  const { heldOn, minutes, agenda, withheld } = meeting
  const day = sayWeekday(heldOn)
  const read = new Set(agenda.map(({ number }) => number))
  const groundOf = new Map(withheld.map(({ number, legalGround }) => [number, legalGround]))
  const items = [
    ...agenda.map((item) => ({ number: item.number, item: itemOf(item, groundOf.get(item.number)) })),
    ...withheld
      .filter(({ number }) => !read.has(number))
      .map(({ number, legalGround }) => ({ number, item: withheldItem(number, legalGround) })),
  ].toSorted((a, b) => a.number - b.number)
  return {
    language,
    title: m.document_minutes({ body: meeting.body, day }),
    author: meeting.municipality,
    day: heldOn,
    facts: factsOf(meeting),
    lead:
      meeting.agendaState === 'CLOSED' && !items.length
        ? m.agenda_is_closed({ because: meeting.agendaClosedBecause ?? m.not_said() })
        : null,
    items: items.map(({ item }) => item),
    addenda: minutes.addenda.length
      ? {
          title: m.minutes_addenda(),
          texts: minutes.addenda.map(({ text, madeAt }) => `${text} (${sayTime(madeAt)})`),
        }
      : null,
    foot: meeting.address,
  }
}

function factsOf(meeting: Minuted): MinutesDocument['facts'] {
  const { minutes } = meeting
  const approved = minutes.approvedOn && m.minutes_approved_text({ day: sayDay(minutes.approvedOn) })
  const facts: [string, string | null][] = [
    [m.document_time(), [capitalised(sayWeekday(meeting.heldOn)), sayHours(meeting)].filter(Boolean).join(' ')],
    [m.place(), meeting.place],
    [m.meeting_round(), meeting.round],
    ...meeting.notices.map((notice): [string, string] => [m.document_notice(), sayNotice(notice)]),
    [m.state(), approved || capitalised(labels.minutesState[minutes.state]())],
    ...sayAttendance(meeting.attendance).map(({ label, names }): [string, string] => [label, names]),
  ]
  return facts.flatMap(([label, text]) => (text ? [{ label, text }] : []))
}

/** `law`: by which it is not for everybody, also where who has the paper reads it; undefined when it is. */
function itemOf(
  { number, kind, title, text, language, entry, presenters, points }: Minuted['agenda'][number],
  law: string | null | undefined,
) {
  const details = [
    law !== undefined && (law ? m.item_withheld_by({ law }) : m.item_withheld()),
    kind && capitalised(labels.itemKind[kind]()),
    presenters && m.item_presented_by({ names: presenters }),
  ].filter(Boolean)
  return {
    heading: `${number}. ${title}`,
    language,
    details: details.join(' · ') || null,
    texts: [text, entry?.text].filter((one): one is string => Boolean(one)),
    decision: entry?.decision ? { label: m.minutes_decision(), text: entry.decision } : null,
    points: points.length ? { label: m.points(), texts: [...points] } : null,
  }
}

const withheldItem = (number: number, law: string | null): DocumentItem => ({
  heading: `${number}. ${law ? m.item_withheld_by({ law }) : m.item_withheld()}`,
  language: null,
  details: null,
  texts: [],
  decision: null,
  points: null,
})
