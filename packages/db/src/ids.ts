import { v5, v7 } from 'uuid'

const samrad = 'b2a7b6f2-2f0a-5f0e-9d55-5a6d7261640a'

/** The identity of something known by a key, the same at every rebuild: `keyId('municipality', 'NO', '4601')`. */
export const keyId = (...key: string[]): string => v5(key.join('\u0000'), samrad)

/** The identity of something new. */
export const newId = (): string => v7()
