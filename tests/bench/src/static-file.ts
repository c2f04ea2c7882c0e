import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

/** The limit for a page: the same bytes, read from a file. */
const [folder = '', port = ''] = process.argv.slice(2)

const server = createServer((request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  createReadStream(join(folder, encodeURIComponent(request.url ?? ''))).pipe(response)
})
server.listen(Number(port), () => console.log('ready'))
