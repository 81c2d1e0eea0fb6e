import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**', 'tests/bench/**', 'node_modules/**'],
    setupFiles: 'tests/support/law-seed.ts',
    // A computer of two cores would leave one of them idle.
    maxWorkers: '100%',
    // On a busy computer the longest take some minutes; whoever hangs is found all the same.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
