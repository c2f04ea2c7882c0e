import { list, text } from '../form/fields'
import { inputOf, partyName, seatName } from '../form/party'
import { nameOf, type AttendanceData, type CalledData } from './asked'

/** One line of the form of who came. */
export type Row = {
  /** Id of who is on the list already; empty for who is not. */
  id: string
  version: number
  /** Who it is, as the API takes it, in JSON. */
  who: string
  name: string
  /** Empty when it is not said. */
  presence: string
  /** Ids of the items they were not there for. */
  missed: string[]
  /** What was said of them before anything was chosen. */
  was: string
}

const came = (presence: string): boolean => presence === 'PRESENT' || presence === 'SUBSTITUTE'

/** The items somebody who came was not there for; who did not come missed all of them. */
export const missedBy = ({ presence, missed }: Pick<Row, 'presence' | 'missed'>): string[] =>
  came(presence) ? missed : []

const said = (row: Pick<Row, 'presence' | 'missed'>): string =>
  [row.presence, ...missedBy(row).toSorted((a, b) => a.localeCompare(b))].join(' ')

/** Whether something was chosen for somebody. */
export const isChosen = (row: Row): boolean => said(row) !== row.was

type Line = Omit<Row, 'was'>
const shown = (line: Line): Row => ({ ...line, was: said(line) })

/** Those who are on the list, and those who are called to the meetings of the body and are not on it yet. */
export function rowsOf(attendance: readonly AttendanceData[], called: CalledData | null): Row[] {
  const listed = attendance.map((one) => {
    const { id, version, presence, missed, who } = one
    return shown({
      id,
      version,
      who: who ? JSON.stringify(inputOf(who)) : '',
      name: nameOf(one),
      presence,
      missed: missed.map((item) => item.id),
    })
  })
  const seats = (called?.seats ?? []).map((seat) => [JSON.stringify({ seat: seat.id }), seatName(seat)] as const)
  const parties = (called?.duties ?? [])
    .flatMap((duty) => duty.parties)
    .map((party) => [JSON.stringify(inputOf(party)), partyName(party)] as const)
  const others = new Map([...seats, ...parties].filter(([, name]) => name))
  for (const { who } of listed) others.delete(who)
  // A title that is the same as that of a seat is the same function.
  const names = new Set([...listed.map(({ name }) => name), ...(called?.seats ?? []).map((seat) => seat.roleTitle)])
  const unsaid: Row[] = []
  for (const [who, name] of others) {
    if (names.has(name) && !who.startsWith('{"seat"')) continue
    names.add(name)
    unsaid.push(shown({ id: '', version: 0, who, name, presence: '', missed: [] }))
  }
  return [...listed, ...unsaid]
}

/** The lines as they were filled in. */
export const rowsFrom = (form: FormData): Row[] =>
  list(form, 'row').map((nth) => ({
    id: text(form, `${nth}.id`),
    version: Number(text(form, `${nth}.version`)),
    who: text(form, `${nth}.who`),
    name: text(form, `${nth}.name`),
    presence: text(form, `${nth}.presence`),
    missed: list(form, `${nth}.missed`),
    was: text(form, `${nth}.was`),
  }))

/** What was chosen, on top of what is there by now. */
export function rebase(typed: readonly Row[], present: readonly Row[]): Row[] {
  // Several may be nobody that the viewer may see.
  const keyOf = ({ id, who }: Row) => who || id
  const mine = new Map(typed.filter(isChosen).map((row) => [keyOf(row), row]))
  return present.map((row) => {
    const chosen = mine.get(keyOf(row))
    return chosen ? { ...row, presence: chosen.presence, missed: chosen.missed } : row
  })
}
