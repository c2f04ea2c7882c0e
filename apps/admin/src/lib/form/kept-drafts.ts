const prefix = 'samrad-draft '

type Kept = { version: number; entries: [string, string][] }

/** Keeps what is typed in a form in this browser, until it is saved or thrown away. */
export function keepDraft(key: string, version: number, form: FormData): void {
  const entries = [...form.entries()].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('_'),
  )
  withStorage((storage) => storage.setItem(prefix + key, JSON.stringify({ version, entries } satisfies Kept)))
}

/** What was typed and not saved, and the version it was typed over; undefined for nothing. */
export function keptDraft(key: string): { version: number; form: FormData } | undefined {
  const kept = withStorage((storage) => JSON.parse(storage.getItem(prefix + key) ?? 'null') as Kept | null)
  if (!kept) return undefined
  const form = new FormData()
  for (const [name, value] of kept.entries) form.append(name, value)
  return { version: kept.version, form }
}

export const forgetDraft = (key: string): void => void withStorage((storage) => storage.removeItem(prefix + key))

/** For who signs out: the next one at this computer must not find what they typed. */
export function forgetAllDrafts(): void {
  withStorage((storage) => {
    for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key)
  })
}

// A browser may have no storage, or none left.
function withStorage<Result>(use: (storage: Storage) => Result): Result | undefined {
  try {
    return use(localStorage)
  } catch {
    return undefined
  }
}
