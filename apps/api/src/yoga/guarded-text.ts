import { createHash } from 'node:crypto'
import { findIdentityNumber, findSingleCase, type Place } from '@samrad/guard'
import { getOperationAST, visit } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { ApiError } from '../errors.ts'
import { isAtTheDoor, isStrict } from './operations.ts'

type Text = { where: string; text: string }

/**
 * Stops every text with a national identity number, in any variable or literal of any operation, before anything runs,
 * and questions what reads like the case of one child in what is to be written. A new field is guarded from birth.
 * Nothing of the text is in the error.
 */
export function useGuardedText(): Plugin<{ request: Request }> {
  // Yoga parses a query once and keeps it.
  const literals = new WeakMap<object, Text[]>()
  return {
    onExecute({ args }) {
      let known = literals.get(args.document)
      if (!known) {
        known = []
        visit(args.document, { StringValue: ({ value }) => void known?.push({ where: 'query', text: value }) })
        literals.set(args.document, known)
      }
      const { headers } = args.contextValue.request
      const texts = [...known, ...textsOf(args.variableValues ?? {})]
      refuseNumbers([{ where: 'idempotency-key', text: headers.get('idempotency-key') ?? '' }])
      refuseNumbers(texts)
      const operation = getOperationAST(args.document, args.operationName)
      // What a provider answers is drawn at random, and reads like anything now and then.
      if (operation?.operation !== 'mutation' || isAtTheDoor(operation)) return
      question(texts, isStrict(operation) ? 'never' : headers.get('samrad-confirmed'))
    },
  }
}

function textsOf(value: unknown, where = ''): Text[] {
  if (typeof value === 'string') return [{ where, text: value }]
  if (!value || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, where ? `${where}.${key}` : key))
}

function refuseNumbers(texts: Text[]): void {
  for (const { where, text } of texts) {
    const place = findIdentityNumber(text)
    if (place) throw personal(where, place)
  }
  // Half of it in one field and half in the next.
  let before: Text | undefined
  for (const one of texts.filter(({ text }) => text)) {
    if (before && findIdentityNumber(`${before.text.slice(-20)}\n${one.text.slice(0, 20)}`))
      throw personal(one.where, { from: 0, to: one.text.length })
    before = one
  }
}

/**
 * Who has been asked about a text, and says that it is no single case, sends back what they were asked with. Where no
 * case ever belongs nobody is asked: it is to be said otherwise.
 */
function question(texts: Text[], confirmed: string | null): void {
  const questioned = texts.flatMap((one) => {
    const place = findSingleCase(one.text)
    return place ? [{ ...one, place }] : []
  })
  const [first] = questioned
  if (!first) return
  const confirmation = createHash('sha256')
    .update(JSON.stringify(questioned.map(({ text }) => text)))
    .digest('hex')
  if (confirmed === 'never') throw personal(first.where, first.place, { isCase: true })
  if (confirmed !== confirmation) throw personal(first.where, first.place, { isCase: true, confirmation })
}

type Case = { isCase?: true; confirmation?: string }

/** `confirmation` comes with a question only: a number is never let in. */
const personal = (where: string, { from, to }: Place, { isCase, confirmation }: Case = {}): ApiError =>
  new ApiError('PERSONAL_DATA', sayCase(isCase, confirmation), {
    where,
    from,
    to,
    ...(isCase ? { isCase } : {}),
    ...(confirmation ? { confirmation } : {}),
  })

function sayCase(isCase?: true, confirmation?: string): string {
  if (confirmation)
    return 'This reads like the case of one child. If it is not, send it again with the header Samrad-Confirmed.'
  if (isCase) return 'This reads like the case of one child, which has no place here. Nothing was stored.'
  return 'Samråd takes no national identity numbers. Nothing was stored.'
}
