import type { Part } from './statement.ts'

export function paragraph(text: string): Part {
  return { kind: 'paragraph', text }
}

/** `Alamat : Jl. Mawar 1`; without a text there is room to write. */
export function fact(title: string, text: string | null): Part {
  return { kind: 'fact', title, text: text ?? '' }
}
