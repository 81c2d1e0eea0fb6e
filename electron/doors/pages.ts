import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { Refusal } from '../../shared/errors.ts'

const typeOf: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** Where the built page keeps the nonce that its style tags must carry. */
const noncePlace = '<meta name="style-nonce" content="'

export interface Page {
  readonly type: string
  readonly body: Buffer
}

/** The built screens by address. What is not in this list does not exist: no path is ever made from a request. */
export interface Pages {
  /** The first page with this answer's nonce in it. */
  start(nonce: string): Page
  find(path: string): Page | undefined
}

/** Reads the list of the built screens; only kinds of file that a screen needs are in it. */
export function readPages(folder: string): Pages {
  const files = new Map<string, string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    const address = file.slice(folder.length).replaceAll('\\', '/')
    if (entry.isFile() && extname(entry.name) in typeOf) files.set(address, file)
  }
  return {
    start: (nonce) => {
      const html = readFileSync(join(folder, 'index.html'), 'utf8').replace(noncePlace, noncePlace + nonce)
      return { type: 'text/html; charset=utf-8', body: Buffer.from(html) }
    },
    find: (path) => {
      const file = path === '/index.html' ? undefined : files.get(path)
      return file === undefined ? undefined : { type: typeOf[extname(file)] ?? '', body: readFileSync(file) }
    },
  }
}

/** Where the built screens lie: beside a packed program, or in `out/` of a checkout. Refuses NOT_FOUND. */
export function findPages(from = import.meta.dirname): string {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    for (const place of [join(folder, 'out', 'renderer'), join(folder, 'renderer')]) {
      if (existsSync(join(place, 'index.html')) && existsSync(join(place, 'assets'))) return place
    }
  }
  throw new Refusal('NOT_FOUND', 'renderer')
}

/**
 * What a page may load and do: its own scripts, styles, fonts and pictures, its own door, and papers it was handed
 * (`blob:`). Style tags need the nonce; nothing is inline without one, nothing comes from elsewhere.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' blob:",
    "connect-src 'self'",
    'frame-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
