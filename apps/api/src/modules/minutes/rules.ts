type State = 'draft' | 'sent' | 'approved' | 'published'
type Step = 'write' | 'send' | 'take_back' | 'approve' | 'publish' | 'withdraw' | 'add'

const from: Record<Step, readonly State[]> = {
  write: ['draft', 'sent'],
  send: ['draft'],
  take_back: ['sent'],
  approve: ['draft', 'sent'],
  publish: ['approved'],
  withdraw: ['published'],
  add: ['approved', 'published'],
}

/** Why a step may not be taken with minutes, as a code that forms say; undefined when it may. Null are those nobody has begun. */
export function refusalOf(step: Step, state: State | null): string | undefined {
  if (state === null) return step === 'write' ? undefined : 'no_minutes'
  return from[step].includes(state) ? undefined : `minutes_${state}`
}
