import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { isAbsolute, join, parse } from 'node:path'
import { app, type BrowserWindow, dialog, ipcMain, shell } from 'electron'
import { z } from 'zod'
import type { Language } from '../../shared/calendar.ts'
import type { DesktopFunctions } from '../../shared/host.ts'
import { attachmentEndings } from '../../shared/rules/attachment-type.ts'
import { channels } from './channels.ts'
import { printPdf } from './print.ts'
import { requireOwnFrame } from './security.ts'
import type { ShellText } from './shell-text.ts'

/** Kinds of file a person may be handed, with the ending each must have; none of them runs. */
const endings = {
  ...attachmentEndings,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/csv': 'csv',
  'text/plain': 'txt',
  'application/json': 'json',
} as const
type FileType = keyof typeof endings

const bytesMax = 200 * 1024 * 1024

/** Volumes of one book. */
const filesMax = 100

const fileSchema = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .max(200)
      .regex(/^[^/\\:*?"<>|\p{Cc}\p{Cf}]+$/u),
    type: z
      .string()
      .transform((type) => type.split(';')[0]?.trim())
      .pipe(z.enum(Object.keys(endings) as [FileType])),
    bytes: z.instanceof(ArrayBuffer).refine(({ byteLength }) => byteLength <= bytesMax),
  })
  .refine(({ name, type }) => name.endsWith(`.${endings[type]}`))
type CheckedFile = z.infer<typeof fileSchema>

const nothing = z.undefined()
const pathSchema = z.string().max(4_096).refine(isAbsolute)

interface Desktop {
  readonly window: BrowserWindow
  text(): ShellText
  setLanguage(language: Language): void
}

/** Answers the window's questions. Each message is checked twice: who sends it, and what it says. */
export function answerWindow(desktop: Desktop): { forget(): void } {
  const folder = mkdtempSync(join(app.getPath('temp'), 'lumbung-'))
  const lay = async (file: CheckedFile) => {
    const path = join(mkdtempSync(join(folder, 'f-')), file.name)
    await writeFile(path, new Uint8Array(file.bytes), { mode: 0o600 })
    return path
  }
  answer('saveFile', fileSchema, (file) => saveFile(desktop, file))
  answer('saveFiles', z.array(fileSchema).min(1).max(filesMax), (files) => saveFiles(desktop, files))
  answer('openFile', fileSchema, async (file) => openFile(desktop, await lay(file)))
  answer('printFile', fileSchema, async (file) => {
    if (file.type !== 'application/pdf') throw new Error('refused: only papers are printed')
    await printPdf(await lay(file))
  })
  answer('chooseBook', nothing, () => choose(desktop, 'openFile'))
  answer('chooseFolder', nothing, () => choose(desktop, 'openDirectory'))
  answer('showInFolder', pathSchema, async (path) => {
    shell.showItemInFolder(path)
    return true
  })
  answer('setLanguage', z.enum(['id', 'en']), async (language) => desktop.setLanguage(language))
  return { forget: () => forget(folder) }
}

type Name = keyof DesktopFunctions

function answer<Input>(
  name: Name,
  schema: z.ZodType<Input>,
  work: (input: Input) => ReturnType<DesktopFunctions[Name]>,
) {
  ipcMain.handle(channels[name], async (event, ...words: unknown[]) => {
    requireOwnFrame(event)
    const { success, data } = schema.safeParse(words[0])
    if (!success || words.length > 1) throw new Error(`refused: ${name} does not understand this`)
    return await work(data)
  })
}

/** A viewer may still hold a file open; the system clears what is left. */
function forget(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {
    // Windows does not remove what is open.
  }
}

async function openFile({ window, text }: Desktop, path: string): Promise<void> {
  const failure = await shell.openPath(path)
  if (failure !== '') await dialog.showMessageBox(window, { type: 'warning', message: text().notOpened })
}

async function saveFile({ window, text }: Desktop, file: CheckedFile): Promise<string | undefined> {
  const ending = endings[file.type]
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: text().save,
    defaultPath: join(app.getPath('documents'), file.name),
    filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
  })
  if (canceled || !filePath) return undefined
  const path = filePath.toLowerCase().endsWith(`.${ending}`) ? filePath : `${filePath}.${ending}`
  try {
    await writeFile(path, new Uint8Array(file.bytes))
    return path
  } catch {
    await dialog.showMessageBox(window, { type: 'warning', message: text().notSaved, detail: path })
    return undefined
  }
}

/** A folder of their own, named after the first: nothing that lies there already is replaced. */
async function saveFiles(desktop: Desktop, files: readonly CheckedFile[]): Promise<string | undefined> {
  const chosen = await choose(desktop, 'openDirectory')
  if (chosen === undefined) return undefined
  const { window, text } = desktop
  try {
    const folder = await newFolder(join(chosen, parse(files[0]?.name ?? '').name))
    for (const file of files) await writeFile(join(folder, file.name), new Uint8Array(file.bytes))
    return folder
  } catch {
    await dialog.showMessageBox(window, { type: 'warning', message: text().notSaved, detail: chosen })
    return undefined
  }
}

async function newFolder(wanted: string): Promise<string> {
  for (let number = 1; number < filesMax; number += 1) {
    const path = number === 1 ? wanted : `${wanted} (${number})`
    try {
      await mkdir(path)
      return path
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  throw new Error('no name is left for a folder')
}

async function choose({ window, text }: Desktop, what: 'openFile' | 'openDirectory'): Promise<string | undefined> {
  const isFile = what === 'openFile'
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: isFile ? text().chooseBook : text().chooseFolder,
    properties: isFile ? ['openFile', 'dontAddToRecent'] : ['openDirectory', 'createDirectory', 'dontAddToRecent'],
    filters: isFile
      ? [
          { name: text().books, extensions: ['lumbung', 'latihan'] },
          { name: text().all, extensions: ['*'] },
        ]
      : [],
  })
  return canceled ? undefined : filePaths[0]
}
