import { serve } from '@samrad/web/serve'

const environment = process.env
const { ADMIN_ORIGIN, ADMIN_PORT = '4001' } = environment
await serve(new URL('..', import.meta.url), {
  port: Number(ADMIN_PORT),
  origin: new URL(ADMIN_ORIGIN ?? `http://localhost:${ADMIN_PORT}`),
  environment,
})
