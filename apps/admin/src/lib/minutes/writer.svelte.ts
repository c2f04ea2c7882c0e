import { deserialize } from '$app/forms'
import { forgetDraft, keepDraft, keptDraft } from '../form/kept-drafts'
import type { Refused } from '../form/refused'
import { mergeWords, type Words } from './merge-text'
import { formOf, isSame, type Seen } from './words'

const pauseInMs = 1_500
const retryInMs = 5_000

/** What was sent without scripts and not saved, and what somebody else had written. */
export type Unsaved = { mine: Words; theirs?: Seen | undefined; refused?: Refused | undefined }

type Answer = { written?: Seen; theirs?: Seen; refused?: Refused }

/**
 * Writes the minutes of one item while somebody types: saves in the pauses, puts together what others write in the
 * meantime, and keeps in this browser what has not reached the desk. One request is under way at a time, and one that was
 * not answered is sent again as it was, so that it happens once.
 */
export class Writer {
  text = $state('')
  decision = $state('')
  state: 'saved' | 'typing' | 'saving' | 'offline' | 'refused' = $state('saved')
  /** What somebody else wrote in the same place, to choose from. */
  theirs: Seen | null = $state(null)
  refused: Refused | null = $state(null)

  readonly #item: string
  readonly #keep: string
  readonly #onwritten: () => void
  #base: Seen
  #pending: { words: Words; form: FormData } | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(item: string, seen: Seen, onwritten: () => void, unsaved: Unsaved | null) {
    this.#item = item
    this.#keep = `${item} referat`
    this.#base = seen
    this.#onwritten = onwritten
    this.theirs = unsaved?.theirs ?? null
    this.refused = unsaved?.refused ?? null
    this.#show(unsaved?.mine ?? seen)
  }

  get #mine(): Words {
    return { text: this.text, decision: this.decision }
  }
  get isDirty(): boolean {
    return this.#pending !== null || !isSame(this.#mine, this.#base)
  }

  /** Takes up what was typed here before and never reached the desk. */
  restore(): void {
    const kept = keptDraft(this.#keep)
    if (!kept) return
    const read = (name: string) => String(kept.form.get(name) ?? '')
    const base = { version: kept.version, text: read('base.text'), decision: read('base.decision') }
    const mine = { text: read('text'), decision: read('decision') }
    if (isSame(mine, this.#base)) return forgetDraft(this.#keep)
    this.#base = base
    this.#show(mine)
    void this.save()
  }

  /** What somebody else wrote, when nothing is under way here. */
  follow(seen: Seen): void {
    if (seen.version <= this.#base.version || this.isDirty || this.theirs) return
    this.#base = seen
    this.#show(seen)
  }

  typed(): void {
    this.state = 'typing'
    keepDraft(this.#keep, this.#base.version, formOf(this.#item, this.#base, this.#mine, ''))
    this.#later(pauseInMs)
  }

  /** Goes on with what was chosen, over what the other one wrote. */
  choose(words: Words): void {
    if (!this.theirs) return
    this.#base = this.theirs
    this.theirs = null
    this.#show(words)
    void this.save()
  }

  async save(confirmation?: string): Promise<void> {
    clearTimeout(this.#timer)
    if (this.state === 'saving' || this.theirs) return
    if (!this.isDirty) {
      this.state = 'saved'
      return forgetDraft(this.#keep)
    }
    const mine = this.#mine
    this.#pending ??= { words: mine, form: formOf(this.#item, this.#base, mine, crypto.randomUUID()) }
    if (confirmation) this.#pending.form.set('_confirmed', confirmation)
    this.state = 'saving'
    const answer = await this.#send(this.#pending.form)
    if (!answer) {
      this.state = 'offline'
      return this.#later(retryInMs)
    }
    const { words } = this.#pending
    this.#pending = null
    this.#take(answer, words)
  }

  #take({ written, theirs, refused }: Answer, sent: Words): void {
    this.refused = refused ?? null
    if (written) {
      // What was typed while it was under way comes on top of what was put together.
      const merged = mergeWords(sent, this.#mine, written) ?? this.#mine
      this.#base = written
      this.#show(merged)
      this.state = 'saved'
      this.#onwritten()
      void this.save()
    } else if (theirs) {
      this.theirs = theirs
      this.state = 'refused'
    } else this.state = 'refused'
  }

  async #send(form: FormData): Promise<Answer | undefined> {
    try {
      const headers = { 'x-sveltekit-action': 'true', accept: 'application/json' }
      const response = await fetch('?/write', { method: 'POST', body: form, headers })
      const result = deserialize(await response.text())
      return result.type === 'success' || result.type === 'failure' ? (result.data as Answer) : undefined
    } catch {
      return undefined
    }
  }

  #show({ text, decision }: Words): void {
    if (this.text !== text) this.text = text
    if (this.decision !== decision) this.decision = decision
  }
  #later(pause: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.save(), pause)
  }
}
