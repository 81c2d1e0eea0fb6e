import { builtinModules } from 'node:module'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'

/** What stays outside every Node bundle: Node itself and Electron. All else is packed in, so a package carries no node_modules. */
const external = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

interface NodeTarget {
  entry: string
  out: string
  format?: 'es' | 'cjs'
}

/** One bundled file for Node. The banner gives pdfkit and better-sqlite3 the two CommonJS names they look for. */
function nodeTarget({ entry, out, format = 'es' }: NodeTarget): UserConfig {
  const isModule = format === 'es'
  return {
    build: {
      ssr: entry,
      outDir: process.env.LUMBUNG_OUT ?? `out/${out}`,
      target: 'node22',
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        external,
        output: {
          format,
          codeSplitting: false,
          entryFileNames: isModule ? 'index.js' : 'index.cjs',
          banner: isModule ? 'const __dirname = import.meta.dirname, __filename = import.meta.filename;' : '',
        },
      },
    },
    ssr: { noExternal: true, target: 'node' },
  }
}

const targets: Record<string, NodeTarget> = {
  cli: { entry: 'electron/doors/cli.ts', out: 'cli' },
  backend: { entry: 'electron/doors/port.ts', out: 'backend' },
  paper: { entry: 'electron/backend/reports/paper/worker.ts', out: 'paper' },
  main: { entry: 'electron/shell/main.ts', out: 'main' },
  preload: { entry: 'electron/shell/preload.ts', out: 'preload', format: 'cjs' },
}

export default defineConfig(({ mode }) => {
  const target = targets[mode]
  if (target) return nodeTarget(target)
  return {
    root: 'renderer',
    base: './',
    plugins: [react()],
    build: { outDir: '../out/renderer', emptyOutDir: true, license: true },
  }
})
