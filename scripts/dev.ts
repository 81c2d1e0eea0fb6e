import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createServer } from 'vite'

const root = join(import.meta.dirname, '..')
const port = 4_711

/** What the door wants of its own page: sent on for the page that Vite serves, on this machine and while developing only. */
let cookie = ''
const origin = `http://127.0.0.1:${port}`

/** Each start of the backend has a new token; it is traded for the cookie as a browser would. */
async function visit(address: string): Promise<void> {
  const { headers } = await fetch(address, { redirect: 'manual' })
  cookie = headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

const door = [
  '--watch',
  'electron/doors/cli.ts',
  'serve',
  ...process.argv.slice(2),
  '--port',
  String(port),
  '--no-open',
]
const backend = spawn(process.execPath, door, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
createInterface(backend.stdout).on('line', (line) => {
  if (line.startsWith(`${origin}/?token=`)) void visit(line)
})

const server = await createServer({
  configFile: join(root, 'vite.config.ts'),
  mode: 'development',
  server: {
    host: '127.0.0.1',
    proxy: {
      '/rpc': {
        target: origin,
        configure: (proxy) => {
          proxy.on('proxyReq', (request) => {
            request.setHeader('host', `127.0.0.1:${port}`)
            request.setHeader('origin', origin)
            request.setHeader('cookie', cookie)
          })
        },
      },
    },
  },
})
await server.listen()
server.printUrls()
process.on('exit', () => backend.kill())
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0))
