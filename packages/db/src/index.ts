export { loadDataFiles } from './data-file/load.ts'
export { DataFileError, readDataFile, type DataFile } from './data-file/read.ts'
export { loadDemonstration } from './load-demonstration.ts'
export { startEmbedded, type EmbeddedServer } from './embedded.ts'
export {
  courierClient,
  porterClient,
  readerClient,
  viewerClient,
  type ClientSettings,
  type Db,
  type ViewerDb,
} from './client.ts'
export { Prisma } from './generated/prisma/client.ts'
export { demoUsers, loadDemoUsers } from './demo-users.ts'
export { loadRegister } from './load-register.ts'
export { migrate } from './migrate.ts'
export { hear } from './hear.ts'
export { createDatabase, openDatabase, type Database, type DatabaseEnvironment } from './open-database.ts'
export { validAt, type Period } from './periods.ts'
export { readerRoles, type ReaderRole } from './roles.ts'
export { applyRows, ChangedSinceError, type Row } from './rows.ts'
export { keyId, newId } from './ids.ts'
export { slugOf } from './slug.ts'
export { runProgram } from './setup-error.ts'
