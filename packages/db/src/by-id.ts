type Args = Record<string, unknown>
type Found = { id: string }
type Asked = { id: string; resolve: (found: Found | null) => void; reject: (error: unknown) => void }
type ReadMany = (model: string, args: Args) => Promise<Found[]>

/** The id that a read asks for when it asks for one thing by its id and nothing else. */
export function idAskedFor(operation: string, { where }: Args): string | undefined {
  if (operation !== 'findUnique' || typeof where !== 'object' || where === null) return undefined
  const [[key, id] = [], ...more] = Object.entries(where)
  return key === 'id' && typeof id === 'string' && !more.length ? id : undefined
}

/** Reads by id: those who ask in the same tick for the same of a model, as a list of nodes does, are answered by one read. */
export function byId(readMany: ReadMany): (model: string, id: string, args: Args) => Promise<Found | null> {
  const waiting = new Map<string, Asked[]>()
  return (model, id, { select, include }) =>
    new Promise((resolve, reject) => {
      const shape = select ? { select: { ...select, id: true } } : include ? { include } : {}
      const key = `${model} ${JSON.stringify(shape)}`
      const asked = waiting.get(key)
      if (asked) return asked.push({ id, resolve, reject })
      waiting.set(key, [{ id, resolve, reject }])
      setImmediate(async () => {
        const all = waiting.get(key) ?? []
        waiting.delete(key)
        try {
          const found = await readMany(model, { ...shape, where: { id: { in: all.map((one) => one.id) } } })
          const ofId = new Map(found.map((row) => [row.id, row]))
          for (const one of all) one.resolve(ofId.get(one.id) ?? null)
        } catch (error) {
          for (const one of all) one.reject(error)
        }
      })
    })
}
