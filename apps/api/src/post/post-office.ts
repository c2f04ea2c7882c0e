import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Written } from '@samrad/mail'
import { createTransport } from 'nodemailer'

/** A letter with what stands on its envelope. */
export type Addressed = Written & {
  /** The same for every try to send it. */
  id: string
  to: string
  replyTo: string | null
  /** Where one click of the reader’s program ends such letters (RFC 8058); null for what is not ended so. */
  endAt: string | null
}

/** Takes letters and carries them; throws `NotTaken`. */
export type PostOffice = { post: (letter: Addressed) => Promise<void>; close: () => void }

/** That a letter is not taken. Of what was said only the code is kept, for the words may name whom it is to. */
export class NotTaken extends Error {
  readonly code: string
  /** Whether it is the reader who is not there, so that trying again is of no use. */
  readonly isForGood: boolean
  constructor({ responseCode, code, command }: { responseCode?: number; code?: string; command?: string }) {
    const said = String(responseCode ?? code ?? 'unknown')
    super(`The post office does not take it: ${said}`)
    this.code = said
    this.isForGood = command === 'RCPT TO' && (responseCode ?? 0) >= 500
  }
}

const patienceMs = 10_000

/** The post office of `SAMRAD_SMTP_URL`: `smtps://account:password@host`, or `smtp://…` with STARTTLS where it is offered. */
export function smtpPostOffice(url: string, from: string): PostOffice {
  const transport = createTransport({
    url,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    post: async (letter) => {
      await transport.sendMail(messageOf(letter, from)).catch((error: object) => {
        throw new NotTaken(error)
      })
    },
    close: () => transport.close(),
  }
}

/** Puts letters into a folder instead, as files that mail programs open: the demonstration writes to nobody. */
export function folderPostOffice(folder: string, from: string): PostOffice {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    post: async (letter) => {
      mkdirSync(folder, { recursive: true })
      const { message } = await transport.sendMail(messageOf(letter, from))
      await writeFile(join(folder, `${letter.id}.eml`), message)
    },
    close: () => transport.close(),
  }
}

function messageOf({ id, to, replyTo, endAt, subject, text, html, calendar }: Addressed, from: string) {
  return {
    from: { name: 'Samråd', address: from },
    to: { name: '', address: to },
    ...(replyTo ? { replyTo: { name: '', address: replyTo } } : {}),
    messageId: `<${id}@${from.split('@')[1]}>`,
    subject,
    text,
    html,
    ...(calendar ? { icalEvent: { method: calendar.method, content: calendar.text, filename: 'mote.ics' } } : {}),
    headers: {
      // No answers from machines that say that somebody is away.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(endAt ? { 'List-Unsubscribe': `<${endAt}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
    },
  }
}
