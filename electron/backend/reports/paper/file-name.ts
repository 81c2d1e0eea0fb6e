import type { Statement } from '../../../../shared/statements/statement.ts'

/** Longest name that every file system, a memory stick's too, takes without a question. */
const lengthMax = 110

/**
 * A name a person understands, `Buku Kas 2026-01 Koperasi Uji.pdf`, without what Windows refuses in names. The
 * cooperative's name gives way where it is too long, never the report or its period.
 */
export function fileName(
  { title, label }: Pick<Statement, 'title' | 'label'>,
  cooperative: string,
  extension: 'pdf' | 'xlsx' | 'png' | 'json',
): string {
  const report = shortened(safe(`${title} ${label}`), lengthMax - 20)
  const name = shortened([report, safe(cooperative)].filter(Boolean).join(' '), lengthMax)
  return `${name}.${extension}`
}

/** No separators, no signs a shell or Windows reads, no blank or dot at an end. */
function safe(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Co}\p{Extended_Pictographic}]/gu, ' ')
    .replace(/\ufe0f/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
}

function shortened(text: string, length: number): string {
  const characters = [...text]
  return characters.length <= length
    ? text
    : characters
        .slice(0, length)
        .join('')
        .replace(/[ .]+$/, '')
}
