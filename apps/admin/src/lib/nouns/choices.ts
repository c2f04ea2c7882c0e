import { capitalised } from '@samrad/i18n'
import type { Option } from '../form/kinds'

/** The codes of an enumeration, to choose from. */
export const choices = (labels: Record<string, () => string>): Option[] =>
  Object.entries(labels).map(([value, say]) => ({ value, label: capitalised(say()) }))
