import { m, sayDay, sayWeekday } from '@samrad/i18n'
import { htmlOf, textOf, type Block } from './blocks.ts'
import { inLanguage } from './language.ts'
import type { Written } from './written.ts'

/** Something new, as the API gives it. */
export type SaidNews = {
  kind: keyof typeof sentences
  title: string | null
  on: string | null
  municipality: string | null
  body: string | null
  bodyName: string | null
  meeting: string | null
  point: string | null
  issue: string | null
}

const sentences = {
  POINT_OVERDUE: m.news_point_overdue,
  POINT_DUE: m.news_point_due,
  LIFT_OVERDUE: m.news_lift_overdue,
  LIFT_WAITING: m.news_lift_waiting,
  LIFT_ANSWERED: m.news_lift_answered,
  NOT_COMING: m.news_not_coming,
  NOBODY_COMES: m.news_nobody_comes,
  NOT_REACHED: m.news_not_reached,
  LETTER_FAILED: m.news_letter_failed,
  MEETING_SOON: m.news_meeting_soon,
  AGENDA_PUBLISHED: m.news_agenda_published,
  MINUTES_SENT: m.news_minutes_sent,
  MINUTES_MISSING: m.news_minutes_missing,
  MINUTES_PUBLISHED: m.news_minutes_published,
  TASK_OVERDUE: m.news_task_overdue,
  TASK_DUE: m.news_task_due,
  TASK_BEGINS: m.news_task_begins,
}

type Addresses = { desk: string; wishes: string; end: string }

/** Writes what is new to somebody. `today` is the day it is told on; there is something to tell. The addresses are those of the pages in that language. */
export function digestLetter(news: readonly SaidNews[], language: string, today: string, at: Addresses): Written {
  return inLanguage(language, () => {
    const title = news.length === 1 ? m.digest_subject_one() : m.digest_subject({ count: news.length })
    const told = news.map((one) => ({
      bodyName: one.bodyName,
      text: sentences[one.kind]({
        title: one.title ?? '',
        body: one.bodyName ?? '',
        day: one.on ? sayDay(one.on) : '',
      }),
      href: at.desk + pathOf(one),
    }))
    // What is of one body stands together, in the order it came.
    const groups = [...new Set(told.map(({ bodyName }) => bodyName))]
    const blocks: Block[] = [
      { text: m.digest_lead({ day: sayWeekday(today) }) },
      ...groups.flatMap((name): Block[] => [
        { heading: name ?? m.digest_others() },
        { list: told.filter(({ bodyName }) => bodyName === name) },
      ]),
    ]
    const foot: Block[] = [
      { text: m.digest_why() },
      {
        list: [
          { text: m.digest_wishes(), href: at.wishes },
          { text: m.digest_end(), href: at.end },
        ],
      },
    ]
    const said = { title, sender: m.app_name(), language, blocks, foot }
    return { subject: title, text: textOf(said), html: htmlOf(said), calendar: null }
  })
}

/** Where something new is at the desk. */
function pathOf({ kind, municipality, body, meeting, point, issue }: SaidNews): string {
  if (!municipality) return '/min-side'
  const home = `/kommune/${municipality}`
  if (issue) return `${home}/saker/${issue}`
  if (kind.startsWith('TASK')) return `${home}/arshjul`
  if (!body) return '/min-side'
  const of = `${home}/organ/${body}`
  if (point) return `${of}/oppfolging/${point}`
  const parts: Partial<Record<SaidNews['kind'], string>> = {
    MINUTES_SENT: '/referat',
    MINUTES_PUBLISHED: '/referat',
    MINUTES_MISSING: '/referat',
    NOT_COMING: '/innkalling',
    NOBODY_COMES: '/innkalling',
    NOT_REACHED: '/innkalling',
    LETTER_FAILED: '/innkalling',
  }
  return `${of}/moter/${meeting}${parts[kind] ?? ''}`
}
