import { m } from '@samrad/i18n'
import type { Field } from '#lib/form/kinds'

/** The form of days on which schools are closed. */
export const breakFields: readonly Field[] = [
  {
    name: 'name',
    kind: 'text',
    label: m.school_break_name,
    help: m.school_break_name_help,
    isRequired: true,
    maxlength: 40,
  },
  { name: 'from', kind: 'date', label: m.school_break_from, isRequired: true },
  { name: 'until', kind: 'date', label: m.school_break_until, help: m.school_break_until_help },
]
