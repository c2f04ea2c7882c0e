import { createServer } from 'node:http'
import { grafserv } from 'postgraphile/grafserv/node'
import { makePgService } from 'postgraphile/adaptors/pg'
import { postgraphile } from 'postgraphile'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'

/** PostGraphile over the same tables, policies and role. */
const [url = '', port = ''] = process.argv.slice(2)

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: url, schemas: ['public'], poolConfig: { max: 10 } } as never)],
  grafast: { context: () => ({ pgSettings: { role: 'samrad_public' } }), explain: false },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
})
const server = createServer()
await instance.createServ(grafserv).addTo(server)
server.listen(Number(port), () => console.log('ready'))
