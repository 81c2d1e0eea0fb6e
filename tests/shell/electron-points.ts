import { calleeOf, type Node, nameOf, nodesOf, type SourceFile, textOf } from '../architecture/syntax.ts'

/** A point of Electron's security checklist, with what in a source file would break it. */
interface Point {
  readonly number: number
  readonly title: string
  readonly breaks: (node: Node, file: SourceFile) => boolean
  /** Where the point is answered instead; each has its reason in the code. */
  readonly except?: RegExp
}

const propertyNamed = (node: Node, name: string) => node.type === 'Property' && keyOf(node) === name
const keyOf = (node: Node) => String((node.key as Node).name ?? textOf(node.key) ?? '')
const literalOf = (node: Node) => (node.value as Node | undefined)?.value
const switchesOn = (name: string) => (node: Node) => propertyNamed(node, name) && literalOf(node) !== false
const switchesOff = (name: string) => (node: Node) => propertyNamed(node, name) && literalOf(node) !== true
const calls = (name: RegExp) => (node: Node) => /^(Call|New)Expression$/.test(node.type) && name.test(calleeOf(node))
const names =
  (...words: string[]) =>
  (node: Node) =>
    propertyNamed(node, words.find((word) => propertyNamed(node, word)) ?? '')
const firstArgument = (node: Node) => (node.arguments as Node[])[0]

/** A window's preferences must be the one safe set, with nothing but a preload script or a session added. */
function hasOtherPreferences(node: Node): boolean {
  if (!calls(/^BrowserWindow$/)(node)) return false
  const options = (firstArgument(node)?.properties ?? []) as Node[]
  const preferences = options.find((option) => option.type === 'Property' && keyOf(option) === 'webPreferences')
  const parts = ((preferences?.value as Node | undefined)?.properties ?? []) as Node[]
  const isSafe = parts.some(
    (part) => part.type === 'SpreadElement' && nameOf(part.argument as Node) === 'safePreferences',
  )
  const added = parts.filter((part) => part.type === 'Property').map(keyOf)
  return !isSafe || added.some((name) => name !== 'preload' && name !== 'session')
}

export const points: readonly Point[] = [
  {
    number: 1,
    title: 'only secure content',
    breaks: (node) => /^(https?|ftp|wss?):\/\/(?!\*)/.test(textOf(node) ?? ''),
  },
  { number: 2, title: 'no Node in pages', breaks: switchesOn('nodeIntegration') },
  { number: 3, title: 'pages apart from the preload script', breaks: switchesOff('contextIsolation') },
  { number: 4, title: 'pages in the sandbox', breaks: switchesOff('sandbox') },
  {
    number: 5,
    title: 'no permission',
    breaks: (node) => calls(/^answer$/)(node) && firstArgument(node)?.value === true,
  },
  { number: 6, title: 'web security stays on', breaks: switchesOff('webSecurity') },
  {
    number: 7,
    title: 'a policy without holes',
    breaks: (node) => /unsafe-(inline|eval)|'\*'/.test(textOf(node) ?? ''),
  },
  { number: 8, title: 'no insecure content', breaks: switchesOn('allowRunningInsecureContent') },
  { number: 9, title: 'no experiments', breaks: switchesOn('experimentalFeatures') },
  { number: 10, title: 'no switches of Blink', breaks: names('enableBlinkFeatures', 'disableBlinkFeatures') },
  { number: 11, title: 'no embedded programs', breaks: switchesOn('webviewTag') },
  { number: 12, title: 'one set of preferences for every window', breaks: hasOtherPreferences },
  {
    number: 13,
    title: 'no page but the own one',
    breaks: (node) => calls(/\.loadURL$/)(node) && nameOf(firstArgument(node) ?? node) !== 'home',
  },
  {
    number: 14,
    title: 'no second window',
    breaks: (node) => propertyNamed(node, 'action') && literalOf(node) !== 'deny',
  },
  { number: 15, title: 'nothing opened elsewhere', breaks: calls(/\.openExternal$/) },
  {
    number: 17,
    title: 'every message checked for its sender',
    breaks: (node) => calls(/^ipcMain\.(on|once|handle|handleOnce|addListener)$/)(node),
    except: /^electron\/shell\/dialogs\.ts$/,
  },
  { number: 18, title: 'no file: pages', breaks: calls(/\.loadFile$/), except: /^electron\/shell\/print\.ts$/ },
  {
    number: 20,
    title: 'no piece of Electron handed to a page',
    breaks: (node, { path }) =>
      path.endsWith('preload.ts') &&
      ((calls(/exposeInMainWorld$/)(node) && nameOf((node.arguments as Node[])[1] ?? node) !== 'functions') ||
        (node.type === 'Property' && /^ipcRenderer/.test(nameOf(node.value as Node)))),
  },
]

/** Which points of the checklist a file breaks. */
export function brokenPoints(file: SourceFile): number[] {
  const nodes = nodesOf(file)
  const broken = points.filter(
    ({ breaks, except }) => !except?.test(file.path) && nodes.some((node) => breaks(node, file)),
  )
  return broken.map(({ number }) => number)
}
