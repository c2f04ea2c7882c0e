/** What was typed in a field; empty when there is none. */
export const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  // Browsers send lines the way of old teleprinters.
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''
}

/** All that was chosen under a name. */
export const list = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value): value is string => typeof value === 'string')

/** How well a day is known, by what was typed of it: a year, a month, a day. */
export type WhenDraft = { act: string; from: string; is: string }

export const whenFrom = (form: FormData): WhenDraft => ({
  act: text(form, 'act'),
  from: text(form, 'from'),
  is: text(form, 'is') || 'DAY',
})
