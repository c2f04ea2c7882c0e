import { defineConfig } from 'vitest/config'

/** Vitest would take graphql as ES module in our code and as CommonJS in libraries: two copies that refuse each other. */
export const oneGraphql = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] }

/** Messages are thousands of small files that Node reads as they are; passing each through Vite takes longer than all tests. */
export const asTheyAre = [/\/generated\/paraglide\//]

/** Unit tests stand beside what they test. How long they take on a busy machine is no fault of theirs. */
export default defineConfig({
  resolve: oneGraphql,
  test: {
    include: ['src/**/*.test.ts'],
    testTimeout: 60_000,
    isolate: false,
    server: { deps: { external: asTheyAre } },
  },
})
