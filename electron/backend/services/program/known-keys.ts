import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Refusal } from '../../../../shared/errors.ts'
import { fileRefusal, writeDurably } from '../../db/file.ts'
import type { NamedFile } from './named-file.ts'
import { keyCode, ownPublicKey, programFolder } from './own-key.ts'

const storeSchema = z.array(
  z.object({ cooperativeId: z.string(), key: z.string(), name: z.string(), since: z.string() }),
)
type Store = z.infer<typeof storeSchema>

/** The keys this machine has seen cooperatives sign with: the first one is believed, another one only knowingly. */
export class KnownKeys {
  readonly #home: string
  readonly #path: string
  readonly #store: Store

  /** Refuses NOT_ALLOWED `program_keys_unreadable`: forgetting them in silence would let a forged file pass for a first one. */
  constructor(home: string) {
    this.#home = home
    this.#path = join(programFolder(home), 'known-keys.json')
    this.#store = this.#read()
  }

  /** True while nothing this cooperative signed was merged or made here. */
  isNew(cooperativeId: string): boolean {
    return this.#keysOf(cooperativeId).length === 0
  }

  /**
   * Refuses NOT_ALLOWED `program_key_changed` where a cooperative signed with another key than before, or its files of one
   * merging with more than one, unless the code of that key is accepted. In whatever order they come, the same is refused.
   */
  require(files: readonly NamedFile[], accepted: readonly string[]): void {
    for (const [cooperativeId, own] of Map.groupBy(files, ({ cooperative }) => cooperative.id)) {
      const believed = this.#keysOf(cooperativeId)
      const doubtful = own.filter(({ key }) => !believed.includes(key) && !accepted.includes(keyCode(key)))
      const first = own.find(({ key }) => !accepted.includes(keyCode(key)))
      const known = believed.length > 0 ? believed : [first?.key ?? '']
      const other = doubtful.find(({ key }) => !known.includes(key))
      if (other) throw changedKey(other, known)
    }
  }

  /** Writes down the keys that are not known yet. */
  remember(files: readonly NamedFile[], day: string): void {
    const store = [...this.#store]
    for (const { cooperative, key } of files) {
      if (store.some((one) => one.cooperativeId === cooperative.id && one.key === key)) continue
      store.push({ cooperativeId: cooperative.id, key, name: cooperative.name, since: day })
    }
    if (store.length === this.#store.length) return
    try {
      mkdirSync(programFolder(this.#home), { recursive: true, mode: 0o700 })
      writeDurably(this.#path, `${JSON.stringify(store, null, 2)}\n`)
    } catch (error) {
      throw fileRefusal(error, this.#path)
    }
  }

  #keysOf(cooperativeId: string): string[] {
    const seen = this.#store.filter((one) => one.cooperativeId === cooperativeId).map(({ key }) => key)
    const own = ownPublicKey(this.#home, cooperativeId)
    return own === undefined ? seen : [...seen, own]
  }

  #read(): Store {
    if (!existsSync(this.#path)) return []
    try {
      return storeSchema.parse(JSON.parse(readFileSync(this.#path, 'utf8')))
    } catch {
      throw new Refusal('NOT_ALLOWED', 'program_keys_unreadable', { path: this.#path })
    }
  }
}

function changedKey({ file, cooperative, key }: NamedFile, known: readonly string[]): Refusal {
  const codes = { known: known.map(keyCode), key: keyCode(key) }
  return new Refusal('NOT_ALLOWED', 'program_key_changed', { file, cooperative: cooperative.name, ...codes })
}
