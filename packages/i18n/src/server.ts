export { paraglideMiddleware } from './generated/paraglide/server.js'
