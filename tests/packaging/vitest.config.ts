import { defineConfig } from 'vitest/config'

/** `npm run check:package`: builds and packs for Windows and Linux, which takes longer than a test should. */
export default defineConfig({
  test: {
    include: ['tests/packaging/*.package.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
})
