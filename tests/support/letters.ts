import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { simpleParser, type ParsedMail } from 'mailparser'
import { browserData } from './environment.ts'

const folder = join(browserData ?? '', 'post')

/** The letter to an address whose subject has some words, once the demonstration has written it. */
export async function letterTo(address: string, words: string): Promise<ParsedMail> {
  let found: ParsedMail | undefined
  await expect
    .poll(
      async () => {
        found = (await letters()).find(
          ({ to, subject }) => to && !Array.isArray(to) && to.text.includes(address) && subject?.includes(words),
        )
        return Boolean(found)
      },
      { timeout: 30_000, message: `no letter to ${address} about ${words}` },
    )
    .toBe(true)
  return found as ParsedMail
}

async function letters(): Promise<ParsedMail[]> {
  const names = await readdir(folder).catch(() => [])
  return Promise.all(names.map(async (name) => simpleParser(await readFile(join(folder, name)))))
}

/** The link in a letter whose address has some words. */
export const linkIn = ({ text }: ParsedMail, words: string): string =>
  text?.split(/\s+/).find((word) => word.startsWith('http') && word.includes(words)) ?? ''
