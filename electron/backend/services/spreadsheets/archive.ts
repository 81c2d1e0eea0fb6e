import { crc32, inflateRawSync } from 'node:zlib'

/** A file that is no archive, or one that unpacks to more than it says or than anybody's list of members needs. */
export class UnreadableArchive extends Error {}

/** More than a hundred thousand members take; a file of nine megabytes can be made to unpack to nine thousand. */
const unpackedMax = 100_000_000

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50
const stored = 0
const deflated = 8

/**
 * The XML parts of a spreadsheet file, by path. Unpacks with a limit and proves the checksums, which the reader of the
 * cells does not, so that it only ever sees archives that are what they say.
 */
export function unpackedParts(archive: Buffer): Map<string, string> {
  try {
    const entries = directory(archive)
    const size = entries.reduce((sum, entry) => sum + entry.size, 0)
    if (size > unpackedMax) throw new UnreadableArchive('unpacks to too much')
    const parts = entries.filter(({ path }) => path.endsWith('.xml') || path.endsWith('.rels'))
    return new Map(parts.map((entry) => [entry.path, unpacked(archive, entry)]))
  } catch (error) {
    // Reading beyond the end of the bytes and data that does not inflate are what a broken archive looks like.
    throw error instanceof UnreadableArchive ? error : new UnreadableArchive('broken archive', { cause: error })
  }
}

interface ArchiveEntry {
  readonly path: string
  readonly method: number
  readonly checksum: number
  readonly packedSize: number
  readonly size: number
  readonly at: number
}

function directory(archive: Buffer): ArchiveEntry[] {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || archive.readUInt32LE(end) !== endOfDirectory) throw new UnreadableArchive('no directory')
  const count = archive.readUInt16LE(end + 10)
  const entries: ArchiveEntry[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== directoryEntry) throw new UnreadableArchive('broken directory')
    const pathLength = archive.readUInt16LE(at + 28)
    entries.push({
      path: archive.toString('utf8', at + 46, at + 46 + pathLength),
      method: archive.readUInt16LE(at + 10),
      checksum: archive.readUInt32LE(at + 16),
      packedSize: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      at: archive.readUInt32LE(at + 42),
    })
    at += 46 + pathLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return entries
}

function unpacked(archive: Buffer, entry: ArchiveEntry): string {
  const { packedSize, at, checksum } = entry
  if (archive.readUInt32LE(at) !== localEntry) throw new UnreadableArchive('broken entry')
  const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28)
  const bytes = inflated(archive.subarray(start, start + packedSize), entry)
  if (crc32(bytes) !== checksum) throw new UnreadableArchive('altered content')
  return bytes.toString('utf8')
}

function inflated(packed: Buffer, { method, size }: ArchiveEntry): Buffer {
  if (method === stored) return packed
  if (method !== deflated) throw new UnreadableArchive('packed in an unknown way')
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
}
