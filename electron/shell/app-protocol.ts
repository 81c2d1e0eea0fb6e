import { randomBytes } from 'node:crypto'
import { protocol, type Session } from 'electron'
import { contentSecurityPolicy, type Pages } from '../doors/pages.ts'
import { home } from './security.ts'

/** Must run before the app is ready: pages of `app:` have an origin of their own, as pages of the web do. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built screens, and nothing that is not in their list. */
export function serveApp(session: Session, pages: Pages): void {
  session.protocol.handle('app', ({ method, url }) => {
    const { pathname, host, protocol: scheme } = new URL(url)
    if (method !== 'GET' || `${scheme}//${host}/` !== home) return new Response(null, { status: 404 })
    const nonce = randomBytes(32).toString('base64url')
    const page = pathname === '/' ? pages.start(nonce) : pages.find(pathname)
    if (!page) return new Response(null, { status: 404 })
    return new Response(new Uint8Array(page.body), {
      headers: {
        'content-type': page.type,
        'content-security-policy': contentSecurityPolicy(nonce),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      },
    })
  })
}
