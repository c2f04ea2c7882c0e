import { m } from '@samrad/i18n'

/** The laws by which something in this field is most often not public, to choose from: offentleglova, by section. */
export const legalGrounds = (): string[] => [
  m.ground_13(),
  m.ground_14(),
  m.ground_15(),
  m.ground_23(),
  m.ground_24(),
  m.ground_25(),
  m.ground_26(),
]
