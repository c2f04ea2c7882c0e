import { createHash } from 'node:crypto'
import type { Db } from '@samrad/db'
import { TypeInfo, visit, visitWithTypeInfo, type ExecutionArgs, type ExecutionResult } from 'graphql'
import type { Viewer } from '../auth/viewer.ts'
import { badInput } from '../errors.ts'

type Asked = { db: Db; viewer: Viewer; request: Request; args: ExecutionArgs }

const dayInMs = 86_400_000
const pattern = /^[\w-]{8,100}$/

/**
 * Executes a mutation that comes with an `Idempotency-Key` once: who sends the same again within a day gets the same
 * answer, and nothing is written a second time. The key is kept in the transaction of the write itself, so that there
 * is never one without the other; a second request waits for the first.
 */
export async function answeredOnce(
  { db, viewer, request, args }: Asked,
  execute: () => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  const key = request.headers.get('idempotency-key')
  if (!key || !viewer.account || hasSecret(args)) return execute()
  if (!pattern.test(key)) throw badInput({ 'idempotency-key': '8 to 100 letters, digits, hyphens and underscores' })
  const accountId = viewer.account.id
  const requestHash = hashOfRequest(args, viewer)
  await db.keptAnswer.deleteMany({ where: { accountId, createdAt: { lt: new Date(Date.now() - dayInMs) } } })
  const isFirst = await db.$executeRaw`
    INSERT INTO kept_answer (account_id, key, request_hash) VALUES (${accountId}::uuid, ${key}, ${requestHash}) ON CONFLICT DO NOTHING`
  const where = { accountId_key: { accountId, key } }
  if (!isFirst) {
    const kept = await db.keptAnswer.findUniqueOrThrow({ where })
    if (kept.requestHash !== requestHash)
      throw badInput({ 'idempotency-key': 'this key was used for another request; make a new key for each' })
    return { data: kept.answer as Record<string, unknown> }
  }
  const result = await execute()
  if (!result.errors?.length) await db.keptAnswer.update({ where, data: { answer: plain(result.data) } })
  return result
}

// Who has lost or won a role since is not answered with what they saw then.
const hashOfRequest = ({ document, operationName, variableValues }: ExecutionArgs, { standings }: Viewer): string =>
  createHash('sha256')
    .update(JSON.stringify([document.loc?.source.body, operationName, variableValues, standings]))
    .digest('hex')

// What is shown once, such as the token of a session or an invitation, must not lie here for a day.
const secret = new Set(['beginSignIn', 'finishSignIn', 'signOut', 'invite', 'createApiKey'])
const hasSecret = ({ schema, document }: ExecutionArgs): boolean => {
  let found = false
  const mutation = schema.getMutationType()
  const types = new TypeInfo(schema)
  const visitor = visitWithTypeInfo(types, {
    Field: ({ name }) => {
      const parent = types.getParentType()
      if (parent === mutation && secret.has(name.value)) found = true
      // Names of persons are kept where they can be removed.
      if (parent?.name === 'SeatHolder' && name.value === 'name') found = true
    },
  })
  visit(document, visitor)
  return found
}

// Objects of GraphQL have no prototype, which Prisma takes for no JSON.
const plain = (data: unknown) => JSON.parse(JSON.stringify(data ?? null))
