import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
  readonly offset?: string
  readonly size?: number
  readonly unpacked?: boolean
}

/** Every file of an asar archive: a JSON list of places, then the files one behind the other; some lie beside it. */
export function readAsar(archive: string): Map<string, Buffer> {
  const bytes = readFileSync(archive)
  const headerSize = bytes.readUInt32LE(4)
  const header = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString()) as Entry
  const files = new Map<string, Buffer>()
  const visit = (entry: Entry, path: string) => {
    for (const [name, inner] of Object.entries(entry.files ?? {})) visit(inner, path === '' ? name : `${path}/${name}`)
    if (entry.unpacked && !entry.files) files.set(path, readFileSync(join(`${archive}.unpacked`, path)))
    if (entry.offset === undefined || entry.unpacked) return
    const start = 8 + headerSize + Number(entry.offset)
    files.set(path, bytes.subarray(start, start + (entry.size ?? 0)))
  }
  visit(header, '')
  return files
}

/** Lays an archive's files below a folder, as Electron shows them to the program. */
export function layOut(files: ReadonlyMap<string, Buffer>, folder: string): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}
