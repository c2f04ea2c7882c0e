import { deserialize } from '$app/forms'
import { forgetDraft, keepDraft, keptDraft } from '../form/kept-drafts'
import type { Refused } from '../form/refused'
import { mergeWords, type Words } from './merge-text'
import { formOf, isSame, type Seen } from './words'

// Leaving a field saves it; who types on is saved now and then, for each save is an act of the audit.
const pauseInMs = 8_000
const retryInMs = 5_000

/** What was sent without scripts and not saved, and what somebody else had written. */
export type Unsaved = { mine: Words; theirs?: Seen | undefined; refused?: Refused | undefined }

type Answer = { written?: Seen; theirs?: Seen; refused?: Refused }
type Pending = { words: Words; form: FormData }

type Options = {
  /** Id of the item of the agenda. */
  item: string
  /** Who writes: what somebody types is kept for them alone. */
  account: string
  /** Address that minutes are written to. */
  address: string
  seen: Seen
  unsaved: Unsaved | null
  /** Called when something was saved. */
  onwritten: () => void
}

/** Under which name what is typed of an item is kept in this browser. */
export const keepOf = (account: string, item: string): string => `${account} referat ${item}`

/**
 * Writes the minutes of one item while somebody types: saves when they leave it and now and then, puts together what
 * others write in the meantime, and keeps in this browser what has not reached the desk. One request is under way at a
 * time, and one that was not answered is sent again as it was, so that it happens once.
 */
export class Writer {
  text = $state('')
  decision = $state('')
  state: 'saved' | 'typing' | 'saving' | 'offline' | 'refused' = $state('saved')
  /** What somebody else wrote in the same place, to choose from. */
  theirs: Seen | null = $state(null)
  refused: Refused | null = $state(null)

  readonly #options: Options
  readonly #keep: string
  #base: Seen
  #pending: Pending | null = null
  #sending: Promise<void> | null = null
  /** Words that somebody has said are no single case. */
  #confirmed: string[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #isGone = false

  constructor(options: Options) {
    const { seen, unsaved } = options
    this.#options = options
    this.#keep = keepOf(options.account, options.item)
    this.#base = unsaved?.theirs ?? seen
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
    const mine = { text: read('text'), decision: read('decision') }
    if (isSame(mine, this.#base)) return forgetDraft(this.#keep)
    // The same key, so that what did reach the desk is not written over by itself.
    const key = read('key')
    const sent = { text: read('sent.text'), decision: read('sent.decision') }
    this.#base = { version: kept.version, text: read('base.text'), decision: read('base.decision') }
    if (key) this.#pending = { words: sent, form: formOf(this.#options.item, this.#base, sent, key) }
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
    if (this.state !== 'offline') this.state = 'typing'
    this.#keepHere()
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

  /** Saves with the word that what was questioned is no single case. */
  confirm(): void {
    if (!this.refused?.confirmation) return
    this.#confirmed.push(this.refused.quote ?? '')
    void this.save(this.refused.confirmation)
  }

  /** Saves what there is to save; ended when it is saved, or cannot be now. */
  async save(confirmation?: string): Promise<void> {
    clearTimeout(this.#timer)
    if (this.theirs) return
    while (this.#sending) await this.#sending
    if (!this.isDirty) {
      this.state = 'saved'
      return forgetDraft(this.#keep)
    }
    this.#sending = this.#sendOnce(confirmation).finally(() => (this.#sending = null))
    await this.#sending
    if (this.state === 'typing') await this.save()
  }

  /** Ends it: what is not saved is sent a last time, and stays kept here. */
  destroy(): void {
    clearTimeout(this.#timer)
    this.#isGone = true
    if (this.#sending || this.theirs || this.refused || !this.isDirty) return
    const form = this.#pending?.form ?? formOf(this.#options.item, this.#base, this.#mine, crypto.randomUUID())
    void this.#send(form, true)
  }

  async #sendOnce(confirmation?: string): Promise<void> {
    const words = this.#mine
    const key = crypto.randomUUID()
    const pending = (this.#pending ??= { words, form: formOf(this.#options.item, this.#base, words, key) })
    if (confirmation) pending.form.set('_confirmed', confirmation)
    this.state = 'saving'
    this.#keepHere()
    const answer = await this.#send(pending.form)
    if (!answer) {
      this.state = 'offline'
      return this.#later(retryInMs)
    }
    this.#pending = null
    this.#take(answer, pending.words)
  }

  #take({ written, theirs, refused }: Answer, sent: Words): void {
    this.refused = refused ?? null
    if (written) {
      this.#options.onwritten()
      // What was typed while it was under way comes on top of what was put together.
      const merged = mergeWords(sent, this.#mine, written)
      if (!merged) return this.#meet(written)
      this.#base = written
      this.#show(merged)
      this.state = this.isDirty ? 'typing' : 'saved'
      if (this.isDirty) this.#keepHere()
      else forgetDraft(this.#keep)
    } else if (theirs) this.#meet(theirs)
    else {
      this.state = 'refused'
      if (refused?.confirmation && this.#confirmed.includes(refused.quote ?? '')) {
        const { confirmation } = refused
        queueMicrotask(() => void this.save(confirmation))
      }
    }
  }

  #meet(theirs: Seen): void {
    this.theirs = theirs
    this.state = 'refused'
  }

  async #send(form: FormData, keepalive = false): Promise<Answer | undefined> {
    try {
      const headers = { 'x-sveltekit-action': 'true', accept: 'application/json' }
      const response = await fetch(this.#options.address, { method: 'POST', body: form, headers, keepalive })
      const result = deserialize(await response.text())
      if (result.type === 'success') return result.data as Answer
      // Who is busy, or does not know what became of it, is asked again.
      const isAnswer = result.type === 'failure' && result.status < 500 && result.status !== 429
      return isAnswer ? (result.data as Answer) : undefined
    } catch {
      return undefined
    }
  }

  #keepHere(): void {
    const form = formOf(this.#options.item, this.#base, this.#mine, '')
    const pending = this.#pending
    if (pending) {
      form.set('key', String(pending.form.get('_key')))
      form.set('sent.text', pending.words.text)
      form.set('sent.decision', pending.words.decision)
    }
    keepDraft(this.#keep, this.#base.version, form)
  }

  #show({ text, decision }: Words): void {
    if (this.text !== text) this.text = text
    if (this.decision !== decision) this.decision = decision
  }
  #later(pause: number): void {
    clearTimeout(this.#timer)
    if (!this.#isGone) this.#timer = setTimeout(() => void this.save(), pause)
  }
}
