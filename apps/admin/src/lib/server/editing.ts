import { isDay, m } from '@samrad/i18n'
import { fail, redirect, type ActionFailure } from '@sveltejs/kit'
import { text, whenFrom, type WhenDraft } from '#lib/form/fields'
import { merge } from '#lib/form/merge'
import { refusedBy, type Refused } from '#lib/form/refused'
import type { Refusal } from '@samrad/client'

/** What a form that was not saved shows again. */
export type Unsaved<Draft> = {
  draft: Draft
  when: WhenDraft
  refused: Refused
  conflicts?: (keyof Draft & string)[]
}

/** A day that was typed, as the API takes it; undefined when it is none. */
export function knownDayFrom({ from, is }: WhenDraft) {
  return isDay(from) ? { on: from, is: is as 'DAY' } : undefined
}

type Editing<Draft> = {
  form: FormData
  /** Whether it is asked when the change happened; what has no history is only corrected. */
  isDated?: boolean
  /** What is wrong with a draft before the API is told. */
  faults?: (draft: Draft) => Record<string, string>
  draft: Draft
  /** What there is now, and its version. */
  present: Draft
  version: number
  save: (draft: Draft, when: WhenDraft) => Promise<{ refusal?: Refusal | undefined; redirectTo?: string }>
}

/**
 * Saves what was typed over a thing that somebody else may have changed in the meantime: then nothing is saved, what
 * only one of the two changed is settled, and the rest is theirs to choose who typed.
 */
export async function saveEdit<Draft extends object>({
  form,
  draft,
  present,
  version,
  isDated = true,
  faults = () => ({}),
  save,
}: Editing<Draft>): Promise<ActionFailure<Unsaved<Draft>>> {
  const when = whenFrom(form)
  if (Number(text(form, '_version')) !== version) {
    const base = baseOf<Draft>(text(form, '_base'))
    const { merged, conflicts } = merge(base ?? present, draft, present)
    return fail(409, { draft: merged, when, conflicts, refused: { faults: {}, isConflict: true } })
  }
  const chosen = Object.fromEntries(
    Object.entries(draft).map(([field, mine]) => [
      field,
      text(form, `choice.${field}`) === 'theirs' ? present[field as keyof Draft] : mine,
    ]),
  ) as Draft
  if (JSON.stringify(chosen) === JSON.stringify(present))
    return fail(400, { draft: chosen, when, refused: { faults: {}, message: [m.nothing_changed()] } })
  if (isDated && when.act !== 'change' && when.act !== 'correct')
    return fail(400, { draft: chosen, when, refused: { faults: { act: 'required' } } })
  if (isDated && when.act === 'change' && !knownDayFrom(when))
    return fail(400, { draft: chosen, when, refused: { faults: { from: 'not_a_day' } } })
  const found = faults(chosen)
  if (Object.keys(found).length) return fail(400, { draft: chosen, when, refused: { faults: found } })
  const { refusal, redirectTo } = await save(chosen, when)
  if (refusal) return unsaved(refusal, { draft: chosen, when }, form)
  redirect(303, redirectTo ?? '.')
}

function baseOf<Draft>(sent: string): Draft | null {
  try {
    return JSON.parse(sent || 'null') as Draft | null
  } catch {
    return null
  }
}

/** What a form shows again when the API refused it. */
export function unsaved<Shown extends object>(
  refusal: Refusal,
  shown: Shown,
  form: FormData,
): ActionFailure<Shown & { refused: Refused }> {
  const typed = Object.fromEntries([...form.entries()].map(([name, value]) => [name, String(value)]))
  return fail(refusal.status, { ...shown, refused: refusedBy(refusal, typed) })
}
