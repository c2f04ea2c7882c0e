import { oneGraphql } from '@samrad/config/vitest'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: oneGraphql,
  test: {
    include: ['api/**/*.test.ts', 'house/**/*.test.ts'],
    globalSetup: ['support/database-server.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Each file has a database of its own; the rooms that ask it are read once.
    isolate: false,
    // The rooms run as they do when nobody tests them: Node reads them, not Vite.
    server: { deps: { external: [/\/(apps|packages)\/.*\/src\//] } },
  },
})
