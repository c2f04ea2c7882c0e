import type { Refusal } from '@samrad/client'
import { m } from '@samrad/i18n'

/** Why a form was not saved, in words for its page. */
export type Refused = {
  /** Codes of what is wrong, by field. */
  faults: Record<string, string>
  title?: string
  message?: string[]
  /** The words that were stopped. */
  quote?: string
  /** What to send to say that a questioned text is no single case. */
  confirmation?: string
  isConflict?: boolean
}

/** What a refusal of the API means to who filled in the form. `typed` are the texts by field, to show where words were stopped. */
export function refusedBy(refusal: Refusal, typed: Record<string, string> = {}): Refused {
  switch (refusal.code) {
    case 'BAD_USER_INPUT':
      return { faults: fieldsOf(refusal.fields ?? {}) }
    case 'CONFLICT':
      return { faults: {}, isConflict: true, title: m.conflict_title(), message: [m.conflict_text()] }
    case 'PERSONAL_DATA':
      return personal(refusal, typed)
    case 'UNAUTHENTICATED':
      return { faults: {}, title: m.refused_signed_out_title(), message: [m.refused_signed_out_text()] }
    case 'FORBIDDEN':
      return { faults: {}, title: m.error_403_title(), message: [m.error_403_text()] }
    case 'OVERLOADED':
    case 'RATE_LIMITED':
      return { faults: {}, title: m.error_503_title(), message: [m.refused_busy_text()] }
    default:
      return { faults: {}, title: m.error_500_title(), message: [m.refused_busy_text()] }
  }
}

// What stands around the fields of a form in the requests that they are sent with.
const around = /^(?:.*?\b)?(?:state|item|to|point|lift|task|tasks\.\d+|schoolBreak)\./

// The API names a field by its place in the request, a party by what it is: «state.duties.3.parties.0.roleTitle».
const fieldsOf = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([path, fault]) => [
      path
        .replace(around, '')
        .replace(/^themes\.\d+$/, 'themes')
        .replace(/(\b(?:parties|presenters|owners)\.\d+)\.\w+$/, '$1'),
      fault,
    ]),
  )

function personal(
  { where = '', from = 0, to = 0, isCase, confirmation }: Refusal,
  typed: Record<string, string>,
): Refused {
  const field = where.replace(around, '')
  const words = typed[field]?.slice(from, to)
  return {
    faults: {},
    ...(confirmation ? { confirmation } : {}),
    ...(words && isCase ? { quote: words } : {}),
    title: isCase ? m.guard_case_title() : m.guard_number_title(),
    message: isCase
      ? [m.guard_case_text(), m.guard_case_where(), confirmation ? m.guard_case_confirm() : m.guard_case_strict()]
      : [m.guard_number_text(), m.guard_case_where()],
  }
}

/** A refusal for a form that has nothing to choose between: what there is now is said, and it is sent again. */
export const lookAgain = <Some extends Refused | null | undefined>(refused: Some, now: string): Some | Refused =>
  refused?.isConflict ? { ...refused, message: [m.conflict_look_again({ now })] } : refused
