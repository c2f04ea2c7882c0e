import type { Adapter, AdapterPayload } from 'oidc-provider'

type Kept = { payload: AdapterPayload; until: number }

/** Where the provider keeps what is under way: in memory, gone with the process. */
export function memoryStore(): new (model: string) => Adapter {
  const kept = new Map<string, Kept>()
  const isPresent = ({ until }: Kept) => until > Date.now()
  const find = (model: string, wanted: (payload: AdapterPayload) => boolean) =>
    kept.entries().find(([key, one]) => key.startsWith(`${model} `) && isPresent(one) && wanted(one.payload))?.[1]
      .payload

  return class Store implements Adapter {
    readonly model: string
    constructor(model: string) {
      this.model = model
    }
    async upsert(id: string, payload: AdapterPayload, expiresIn: number) {
      for (const [key, one] of kept) if (!isPresent(one)) kept.delete(key)
      kept.set(`${this.model} ${id}`, { payload, until: expiresIn ? Date.now() + expiresIn * 1000 : Infinity })
    }
    async find(id: string) {
      const one = kept.get(`${this.model} ${id}`)
      return one && isPresent(one) ? one.payload : undefined
    }
    async findByUid(uid: string) {
      return find(this.model, (payload) => payload.uid === uid)
    }
    async findByUserCode(userCode: string) {
      return find(this.model, (payload) => payload.userCode === userCode)
    }
    async consume(id: string) {
      const one = kept.get(`${this.model} ${id}`)
      if (one) one.payload.consumed = Math.floor(Date.now() / 1000)
    }
    async destroy(id: string) {
      kept.delete(`${this.model} ${id}`)
    }
    async revokeByGrantId(grantId: string) {
      for (const [key, { payload }] of kept)
        if (key.startsWith(`${this.model} `) && payload.grantId === grantId) kept.delete(key)
    }
  }
}
