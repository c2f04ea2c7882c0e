import { createHash } from 'node:crypto'
import type { Db } from '@samrad/db'
import type { ExecutionArgs, ExecutionResult } from 'graphql'
import { hashOf, tokenOf } from '../auth/token.ts'
import type { Viewer } from '../auth/viewer.ts'
import { ApiError, badInput } from '../errors.ts'
import { opened, sealed } from './sealed.ts'

type Asked = { db: Db; viewer: Viewer; request: Request; args: ExecutionArgs }

const dayInMs = 86_400_000
const pattern = /^[\w-]{8,100}$/

/**
 * Executes a mutation that comes with an `Idempotency-Key` once: who sends the same again within a day gets the same
 * answer, and nothing is written a second time. The key is kept in the transaction of the write itself, so that there
 * is never one without the other; a second request waits for the first. Of the key its hash is kept, and the answer,
 * which may hold a name or a token, is sealed with it and the token of the session: only who sends both can open it.
 */
export async function answeredOnce(
  { db, viewer, request, args }: Asked,
  execute: () => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  const given = request.headers.get('idempotency-key')
  if (!given || !viewer.account) return execute()
  if (!pattern.test(given)) throw badInput({ 'idempotency-key': '8 to 100 letters, digits, hyphens and underscores' })
  const accountId = viewer.account.id
  const [key, requestHash] = [hashOf(given), hashOfRequest(args, viewer)]
  const secret = `${given} ${tokenOf(request) ?? ''}`
  await db.keptAnswer.deleteMany({ where: { accountId, createdAt: { lt: new Date(Date.now() - dayInMs) } } })
  const isFirst = await db.$executeRaw`
    INSERT INTO kept_answer (account_id, key, request_hash) VALUES (${accountId}::uuid, ${key}, ${requestHash}) ON CONFLICT DO NOTHING`
  const where = { accountId_key: { accountId, key } }
  if (!isFirst) {
    const kept = await db.keptAnswer.findUniqueOrThrow({ where })
    if (kept.requestHash !== requestHash)
      throw badInput({ 'idempotency-key': 'this key was used for another request; make a new key for each' })
    return { data: openedOrGone(String(kept.answer), secret) as Record<string, unknown> }
  }
  const result = await execute()
  if (!result.errors?.length)
    await db.keptAnswer.update({ where, data: { answer: sealed(result.data ?? null, secret) } })
  return result
}

function openedOrGone(answer: string, secret: string): unknown {
  try {
    return opened(answer, secret)
  } catch {
    throw new ApiError('CONFLICT', 'This was done already, in another session; its answer is not shown again.')
  }
}

// Who has lost or won a role since is not answered with what they saw then.
const hashOfRequest = ({ document, operationName, variableValues }: ExecutionArgs, { standings }: Viewer): string =>
  createHash('sha256')
    .update(JSON.stringify([document.loc?.source.body, operationName, variableValues, standings]))
    .digest('hex')
