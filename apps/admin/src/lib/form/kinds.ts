import { isDay, m, sayDay, sayList } from '@samrad/i18n'
import { ages } from './ages'
import { cadence } from './cadence'
import { list, text } from './fields'
import { isNamed, municipalityName, municipalityNamed, type Known } from './known'
import { toldParty } from './party'
import { asTime, notWhole, number, orNull, words } from './values'

type FieldKind =
  | 'text'
  | 'time'
  | 'number'
  | 'hidden'
  | 'flag'
  | 'one'
  | 'many'
  | 'date'
  | 'day'
  | 'lines'
  | 'outline'
  | 'ages'
  | 'cadence'
  | 'organisation'
  | 'organisations'
  | 'municipalities'
  | 'parties'
  | 'rows'

/** A field of a form: what it is called, and how what is typed in it becomes what the API is told. */
export type Field = {
  /** Its name in the state that the API takes; also its name in the form. */
  name: string
  label: () => string
  help?: () => string
  kind: FieldKind
  /** Heading that this field and those after it stand under. */
  under?: () => string
  isRequired?: true
  rows?: number
  maxlength?: number
  /** Of a choice: what to choose from. */
  options?: (known: Known) => Option[]
  /** Of rows: the fields of each. A row of one field without a name is that field. */
  fields?: readonly Field[]
  /** Of rows: whether there is always one to fill in. */
  isOpen?: true
  /** Of rows: what one of them is called. */
  one?: () => string
  /** Where the value stands in what the API answers; else under `name`. */
  from?: (data: never) => unknown
  /** Of what it is when nothing is said. */
  empty?: Value
}
export type Option = { value: string; label: string; description?: string }

/** What is typed in a form, field by field: words and choices, empty where nothing is said. */
export type Draft = { [field: string]: Value }
export type Value = string | boolean | string[] | { [part: string]: string | boolean | string[] } | Draft[]

/** What forms need to know to say something to the API. */
export type Saying = { known: Known; parties: ReadonlyMap<string, object> }

type Kind = {
  empty: Value
  /** What the API answered, as typed. */
  typed: (data: never, field: Field) => Value
  /** What is in the form. */
  read: (form: FormData, name: string, field: Field) => Value
  /** What the API is told. */
  told: (value: never, saying: Saying, field: Field) => unknown
  /** In words, for a person. */
  said: (value: never, field: Field, known: Known) => string
  /** What is wrong with it, by name. */
  faults?: (value: never, name: string, saying: Saying, field: Field) => Record<string, string>
}

const lines = (value: string) =>
  value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
const named = (chosen: string[], options: Option[], { others }: Known) =>
  sayList(
    chosen.map(
      (value) =>
        options.find((option) => option.value === value)?.label ?? others.find(({ id }) => id === value)?.name ?? '?',
    ),
  )

const most = 220

export type Day = { on: string; is: string }

/** Whether anything is typed in a row. */
export const isBlank = (row: Draft, fields: readonly Field[]): boolean =>
  fields.every(({ name, kind, ...field }) => {
    const value = row[name]
    if (kind === 'one') return value === (field.empty ?? '')
    if (kind === 'flag' || kind === 'hidden') return true
    return kinds[kind].said(value as never, { name, kind, ...field }, nothingKnown) === ''
  })
/** For forms that point at nothing. */
export const nothingKnown: Known = {
  bodies: [],
  areas: [],
  levels: [],
  organisations: [],
  municipalities: [],
  parties: [],
  others: [],
}

/** The name a field is sent by: its own, behind that of what it stands in. */
export const pathOf = (at: string, name: string): string => [at, name].filter(Boolean).join('.')

/** An empty row. */
export const blank = (fields: readonly Field[]): Draft =>
  Object.fromEntries(fields.map((field) => [field.name, field.empty ?? kinds[field.kind].empty]))

export const typedRow = (data: object, fields: readonly Field[]): Draft =>
  Object.fromEntries(
    fields.map((field) => {
      const { from = (of: Record<string, unknown>) => (field.name ? of[field.name] : of) } = field
      return [field.name, kinds[field.kind].typed(from(data as never) as never, field)]
    }),
  )
export const readRow = (form: FormData, fields: readonly Field[], at = ''): Draft =>
  Object.fromEntries(fields.map((field) => [field.name, kinds[field.kind].read(form, pathOf(at, field.name), field)]))
export const toldRow = (row: Draft, fields: readonly Field[], saying: Saying): Record<string, unknown> =>
  Object.fromEntries(
    fields.map((field) => [field.name, kinds[field.kind].told(row[field.name] as never, saying, field)]),
  )
export const faultsOfRow = (row: Draft, fields: readonly Field[], saying: Saying, at = ''): Record<string, string> =>
  Object.assign(
    {},
    ...fields.map((field) => {
      const [value, name] = [row[field.name] as never, pathOf(at, field.name)]
      if (field.isRequired && kinds[field.kind].said(value, field, saying.known) === '') return { [name]: 'required' }
      return kinds[field.kind].faults?.(value, name, saying, field)
    }),
  ) as Record<string, string>

/** The organisation of a name, whatever its capitals. */
const organisationOf = (name: string, { organisations }: Known) => organisations.find((one) => isNamed(one.name, name))
const readMany = (form: FormData, name: string) =>
  Array.from({ length: most }, (_, nth) => text(form, `${name}.${nth}`).trim().slice(0, 400)).filter(Boolean)
const unknownNames = (names: string[], name: string, isKnown: (one: string) => boolean, fault: string) =>
  Object.fromEntries(names.flatMap((one, nth) => (isKnown(one) ? [] : [[`${name}.${nth}`, fault]])))

/** The kinds of fields. */
export const kinds: Record<FieldKind, Kind> = {
  text: {
    empty: '',
    typed: (data: unknown) => words(data),
    read: (form, name) => text(form, name),
    told: (value: string, _saying, { isRequired }) => (isRequired ? value.trim() : orNull(value)),
    said: (value: string) => value,
  },
  /** A time of day, as people write it. */
  time: {
    empty: '',
    typed: (data: unknown) => words(data),
    read: (form, name) => asTime(text(form, name)),
    told: (value: string) => orNull(value),
    said: (value: string) => value,
  },
  number: {
    empty: '',
    typed: (data: unknown) => words(data),
    read: (form, name) => text(form, name),
    told: (value: string) => number(value),
    said: (value: string) => value,
    faults: (value: string, name) => notWhole({ [name]: value }),
  },
  hidden: {
    empty: '',
    typed: (data: unknown) => words(data),
    read: (form, name) => text(form, name),
    told: (value: string) => orNull(value),
    said: () => '',
  },
  flag: {
    empty: false,
    typed: (data: unknown) => Boolean(data),
    read: (form, name) => form.has(name),
    told: (value: boolean) => value,
    said: (value: boolean) => (value ? m.yes() : m.no()),
  },
  one: {
    empty: '',
    typed: (data: unknown, { empty }) => (data == null ? (empty ?? '') : String(data)),
    read: (form, name, { empty }) => text(form, name) || (empty ?? ''),
    told: (value: string) => (value === 'true' ? true : value === 'false' ? false : value || null),
    said: (value: string, { options }, known) => (value ? named([value], options?.(known) ?? [], known) : ''),
  },
  many: {
    empty: [],
    typed: (data: string[]) => data,
    read: (form, name) => list(form, name),
    told: (value: string[]) => value,
    said: (value: string[], { options }, known) => named(value, options?.(known) ?? [], known),
  },
  date: {
    empty: '',
    typed: (data: unknown) => words(data),
    read: (form, name) => text(form, name),
    told: (value: string) => orNull(value),
    said: (value: string) => (isDay(value) ? sayDay(value) : value),
    faults: (value: string, name) => (value && !isDay(value) ? { [name]: 'not_a_day' } : {}),
  },
  day: {
    empty: { on: '', is: 'DAY' },
    typed: (data: { on: string | null; is: string | null }) => ({ on: words(data.on), is: words(data.is ?? 'DAY') }),
    read: (form, name) => ({ on: text(form, `${name}.on`), is: text(form, `${name}.is`) || 'DAY' }),
    told: ({ on, is }: Day) => (on ? { on, is } : null),
    said: ({ on }: Day) => (isDay(on) ? sayDay(on) : on),
    faults: ({ on }: Day, name) => (on && !isDay(on) ? { [`${name}.on`]: 'not_a_day' } : {}),
  },
  lines: {
    empty: '',
    typed: (data: string[]) => data.join('\n'),
    read: (form, name) => text(form, name),
    told: (value: string) => lines(value),
    said: (value: string) => sayList(lines(value)),
  },
  /** Lines of which those that begin with a hyphen stand under the one before. */
  outline: {
    empty: '',
    typed: (data: { level: number; text: string }[]) =>
      data.map(({ level, text: said }) => (level > 1 ? `- ${said}` : said)).join('\n'),
    read: (form, name) => text(form, name),
    told: (value: string) =>
      lines(value).map((line) => ({
        level: /^[-–•*]\s*\S/.test(line) ? 2 : 1,
        text: line.replace(/^[-–•*]\s*(?=\S)/, ''),
      })),
    said: (value: string) => sayList(lines(value).map((line) => line.replace(/^[-–•*]\s*/, ''))),
  },
  ages,
  cadence,
  /** Organisations by name, one or several. */
  organisation: {
    empty: '',
    typed: (data: { name: string } | null) => data?.name ?? '',
    read: (form, name) => text(form, name).trim(),
    told: (value: string, { known }) => organisationOf(value, known)?.id ?? null,
    said: (value: string) => value,
    faults: (value: string, name, { known }) =>
      value && !organisationOf(value, known) ? { [name]: 'no_such_organisation' } : {},
  },
  organisations: {
    empty: [],
    typed: (data: { name: string }[]) => data.map(({ name }) => name),
    read: readMany,
    told: (value: string[], { known }) => value.map((one) => organisationOf(one, known)?.id ?? null),
    said: (value: string[]) => sayList(value),
    faults: (value: string[], name, { known }) =>
      unknownNames(value, name, (one) => Boolean(organisationOf(one, known)), 'no_such_organisation'),
  },
  municipalities: {
    empty: [],
    typed: (data: { name: string; number: string }[]) => data.map(municipalityName),
    read: readMany,
    told: (value: string[], { known }) => value.map((one) => municipalityNamed(one, known.municipalities)?.slug ?? one),
    said: (value: string[]) => sayList(value),
    faults: (value: string[], name, { known }) =>
      unknownNames(value, name, (one) => Boolean(municipalityNamed(one, known.municipalities)), 'no_such_municipality'),
  },
  /** Seats, organisations, bodies, posts by name; what is none of them is a role in the municipality’s own words. */
  parties: {
    empty: [],
    // A party that may not be seen has no name; see `hasHiddenPart`.
    typed: (data: string[]) => data.filter(Boolean),
    read: readMany,
    told: (value: string[], saying) => value.map((name) => toldParty(name, saying)),
    said: (value: string[]) => sayList(value),
  },
  rows: {
    empty: [],
    typed: (data: object[], { fields = [] }) =>
      data.map((row) => typedRow(row, fields)).filter((row) => !isBlank(row, fields)),
    read: (form, name, { fields = [] }) => {
      const removed = new Set(list(form, `${name}.remove`))
      const depth = name.split('.').length + 1
      const sent = new Set(
        [...form.keys()].map((key) => key.startsWith(`${name}.`) && key.split('.', depth)[depth - 1]),
      )
      return Array.from({ length: most }, (_, nth) => nth)
        .filter((nth) => !removed.has(String(nth)) && sent.has(String(nth)))
        .map((nth) => readRow(form, fields, `${name}.${nth}`))
        .filter((row) => !isBlank(row, fields))
    },
    told: (value: Draft[], saying, { fields = [] }) =>
      value.map((row) => {
        const told = toldRow(row, fields, saying)
        return '' in told ? told[''] : told
      }),
    said: (value: Draft[], { fields = [] }, known) =>
      value
        .map((row) =>
          fields
            .map((field) => kinds[field.kind].said(row[field.name] as never, field, known))
            .filter(Boolean)
            .join(', '),
        )
        .join('; '),
    faults: (value: Draft[], name, saying, { fields = [] }) =>
      Object.assign({}, ...value.map((row, nth) => faultsOfRow(row, fields, saying, `${name}.${nth}`))) as Record<
        string,
        string
      >,
  },
}
