import { serve } from '@samrad/web/serve'

const environment = process.env
const { PORTAL_ORIGIN, PORTAL_PORT = '4002' } = environment
await serve(new URL('..', import.meta.url), {
  port: Number(PORTAL_PORT),
  origin: new URL(PORTAL_ORIGIN ?? `http://localhost:${PORTAL_PORT}`),
  environment,
})
