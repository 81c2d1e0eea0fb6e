import { defineConfig } from 'vitest/config'

/** The quick part of the tests, for `npm run check`: what needs no book on a disk, no door and no browser. */
export default defineConfig({
  test: {
    include: [
      'tests/*.test.ts',
      'tests/{architecture,cases,contract,rules,statements}/**/*.test.ts',
      'tests/shell/checklist.test.ts',
    ],
    exclude: ['tests/**/*.property.test.ts'],
    setupFiles: 'tests/support/law-seed.ts',
    maxWorkers: '100%',
    testTimeout: 60_000,
  },
})
