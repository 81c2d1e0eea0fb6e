import { id } from '../../../../shared/text/index.ts'

export type KnownKind = keyof typeof id.settings.products.kinds

/** The kind's word in the dictionary; a kind of a later program is *lain-lain*. */
export function knownKind(kind: string): KnownKind {
  return kind in id.settings.products.kinds ? (kind as KnownKind) : 'other'
}
