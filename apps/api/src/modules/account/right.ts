import { rights, type Right } from '../../auth/rights.ts'
import { builder } from '../../builder.ts'

export const RightName = builder.enumType('Right', {
  description: 'Something that a role may allow, on what one sees.',
  values: Object.fromEntries(
    (Object.keys(rights) as Right[]).map((right) => [right.replace(':', '_').toUpperCase(), { value: right }]),
  ) as Record<string, { value: Right }>,
})
