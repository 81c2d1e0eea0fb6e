import { copyFileSync, mkdirSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { basename, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type UserConfig } from 'vite'

/** What stays outside every Node bundle: Node itself and Electron. All else is packed in, so a package carries no node_modules. */
const external = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

interface NodeTarget {
  entry: string
  out: string
  format?: 'es' | 'cjs'
  plugins?: Plugin[]
}

/** One bundled file for Node. The banner gives pdfkit and better-sqlite3 the two CommonJS names they look for. */
function nodeTarget({ entry, out, format = 'es', plugins = [] }: NodeTarget): UserConfig {
  const isModule = format === 'es'
  return {
    plugins,
    build: {
      ssr: entry,
      outDir: process.env.LUMBUNG_OUT ?? `out/${out}`,
      target: 'node22',
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      // Whose work is packed in, with their licences: it travels with the program.
      license: true,
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

const fonts = 'node_modules/@expo-google-fonts/noto-sans'

/** Fonts and colour profile that pages are made with: read as files, so they lie in `data` beside the bundle. */
const paperData = [
  `${fonts}/400Regular/NotoSans_400Regular.ttf`,
  `${fonts}/700Bold/NotoSans_700Bold.ttf`,
  `${fonts}/400Regular_Italic/NotoSans_400Regular_Italic.ttf`,
  `${fonts}/LICENSE_FONT`,
  'node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc',
]

function withPaperData(): Plugin {
  return {
    name: 'paper-data',
    writeBundle({ dir = 'out/paper' }) {
      mkdirSync(join(dir, 'data'), { recursive: true })
      for (const file of paperData) copyFileSync(file, join(dir, 'data', basename(file)))
    },
  }
}

const targets: Record<string, NodeTarget> = {
  cli: { entry: 'electron/doors/cli.ts', out: 'cli' },
  backend: { entry: 'electron/doors/port.ts', out: 'backend' },
  paper: { entry: 'electron/backend/reports/paper/worker.ts', out: 'paper', plugins: [withPaperData()] },
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
