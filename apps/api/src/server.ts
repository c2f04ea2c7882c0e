import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth'
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens'
import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import type { Db, ViewerDb } from '@samrad/db'
import { createYoga, type Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Doorkeeper } from './auth/doorkeeper.ts'
import { tokenOf } from './auth/token.ts'
import { anonymous } from './auth/viewer.ts'
import type { Door } from './builder.ts'
import { todayInOslo } from './as-of.ts'
import type { Context } from './context.ts'
import { tooCostly } from './errors.ts'
import { examples } from './examples.ts'
import { limits } from './limits.ts'
import { schemaFor } from './schema.ts'
import { useAsOf } from './yoga/as-of.ts'
import { useSignedIn } from './yoga/as-viewer.ts'
import { useCleanText } from './yoga/clean-text.ts'
import { useCompressedPage } from './yoga/compressed-page.ts'
import { useGuardedText } from './yoga/guarded-text.ts'
import { useJsonBody } from './yoga/json-body.ts'
import { maskError } from './yoga/mask-error.ts'
import { useKey } from './yoga/with-key.ts'

export type DoorSettings = {
  door: Door
  /** Reads as the public. */
  db: Db
  /** Transactions of who comes with a token: neighbours at the open door, people at the signed-in one. */
  viewers: ViewerDb
  /** Lets people in and out at the signed-in door. */
  doorkeeper?: Doorkeeper
  log: Logger
  /** Origins whose pages may read the answers; no other origin may. */
  allowedOrigins: readonly string[]
  isDemonstration?: boolean
  /** Whether letters are sent. */
  sendsLetters?: boolean
  clock?: () => Date
}

/** One door of the API. `fetch` answers a request in process; a Node server can take it as its listener. */
export function createDoor({
  door,
  db,
  viewers,
  doorkeeper,
  log,
  allowedOrigins,
  isDemonstration = false,
  sendsLetters = false,
  clock = () => new Date(),
}: DoorSettings) {
  return createYoga<object, Context>({
    schema: schemaFor(door),
    graphqlEndpoint: door === 'open' ? '/graphql' : '/admin/graphql',
    context: ({ request }: { request: Request }) => {
      const now = clock()
      const token = tokenOf(request)
      return {
        db,
        viewer: anonymous,
        now,
        isDemonstration,
        sendsLetters,
        asOf: todayInOslo(now),
        doorkeeper: doorkeeper ?? null,
        token,
      }
    },
    cors: (request) => {
      const origin = request.headers.get('origin')
      return origin && allowedOrigins.includes(origin)
        ? { origin, methods: ['GET', 'POST'], credentials: false }
        : false
    },
    logging: false,
    maskedErrors: { maskError: maskError(log) },
    multipart: false,
    // useJsonBody has the limit, with our error.
    maxRequestBodySize: false,
    landingPage: false,
    renderGraphiQL,
    graphiql: door === 'open' && { title: 'Samråd: open API', defaultQuery: examples },
    plugins: [
      useJsonBody(),
      ...limitPlugins(),
      ...(door === 'admin' ? [useCSRFPrevention() as Plugin] : []),
      useCleanText(),
      useGuardedText() as Plugin,
      useAsOf(),
      door === 'admin' ? useSignedIn(viewers) : useKey(viewers),
      useCompressedPage(),
    ],
  })
}

function limitPlugins(): Plugin[] {
  const { tokens, depth, aliases } = limits()
  const refuse = (name: string, allowed: number) => ({
    propagateOnRejection: false,
    onReject: [
      () => {
        throw tooCostly(name, allowed)
      },
    ],
  })
  return [
    maxTokensPlugin({ n: tokens, ...refuse('tokens', tokens) }),
    maxDepthPlugin({ n: depth + 4, ignoreIntrospection: false, flattenFragments: true, ...refuse('depth', depth) }),
    maxAliasesPlugin({ n: aliases, allowList: [], ...refuse('aliases', aliases) }),
  ] as Plugin[]
}
