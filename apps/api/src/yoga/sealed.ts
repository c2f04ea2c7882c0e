import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const [algorithm, nonceLength, tagLength] = ['aes-256-gcm', 12, 16] as const

const keyOf = (secret: string) => new Uint8Array(hkdfSync('sha256', secret, '', 'samrad kept answer', 32))

/** Something as text that only who has the secret can read. */
export function sealed(content: unknown, secret: string): string {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv(algorithm, keyOf(secret), nonce)
  const text = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')
}

/** What was sealed with this secret. Throws when it was sealed with another, or changed since. */
export function opened(text: string, secret: string): unknown {
  const bytes = Buffer.from(text, 'base64url')
  const decipher = createDecipheriv(algorithm, keyOf(secret), bytes.subarray(0, nonceLength))
  decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
  const content = Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()])
  return JSON.parse(content.toString())
}
