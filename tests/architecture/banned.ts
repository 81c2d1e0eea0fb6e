import { calleeOf, lineOf, type Node, nameOf, nodesOf, type SourceFile, textOf } from './syntax.ts'

interface Ban {
  readonly call: string
  readonly instead: string
  readonly matches: (node: Node) => boolean
  /** Where it is the right thing. */
  readonly except?: RegExp
}

const isCall = (node: Node) => node.type === 'CallExpression' || node.type === 'NewExpression'
const calls = (name: RegExp) => (node: Node) => isCall(node) && name.test(calleeOf(node))
const firstArgument = (node: Node) => (node.arguments as Node[] | undefined)?.[0]
const namesTable = (node: Node, start: string) => textOf(firstArgument(node))?.startsWith(start) ?? false
const reads = (name: RegExp) => (node: Node) => node.type === 'MemberExpression' && name.test(nameOf(node))
const imports = (name: RegExp) => (node: Node) =>
  /^(Import|Export)/.test(node.type) && name.test(textOf(node.source) ?? '')

/** This → use that. Every line has its reason in the house style or in a promise. */
const bans: readonly Ban[] = [
  { call: 'parseFloat', instead: 'the parsers of shared/rules/money.ts', matches: calls(/^(Number\.)?parseFloat$/) },
  { call: '.toFixed', instead: 'formatRupiah', matches: calls(/\.toFixed$/), except: /^shared\/rules\// },
  {
    call: 'Math.round',
    instead: 'the named roundings of money.ts',
    matches: calls(/^Math\.round$/),
    except: /rules\/money\.ts$/,
  },
  { call: '.toLocaleString', instead: 'formatRupiah and formatDate', matches: calls(/\.toLocale(Date|Time)?String$/) },
  {
    call: 'Date',
    instead: 'calendar.ts, or the moment the work was given',
    matches: (node) => calls(/^Date(\.|$)/)(node),
    except: /^(shared\/calendar|electron\/backend\/log)\.ts$/,
  },
  {
    call: 'Math.random',
    instead: 'the ids and the seed that were handed in',
    matches: calls(/^Math\.random$/),
    except: /^electron\/backend\/log\.ts$/,
  },
  {
    call: 'randomUUID',
    instead: 'newId of the work',
    matches: calls(/randomUUID$/),
    except: /^(renderer\/|electron\/doors\/machine\.ts$)/,
  },
  {
    call: 'forEach(async',
    instead: 'for … of with await',
    matches: (node) => calls(/\.forEach$/)(node) && firstArgument(node)?.async === true,
  },
  { call: 'console', instead: 'the log, or stdout of the command', matches: reads(/^console\./) },
  {
    call: "insertInto('journal_",
    instead: 'post of ledger/post.ts',
    matches: (node) => calls(/\.insertInto$/)(node) && namesTable(node, 'journal_'),
    except: /^electron\/backend\/ledger\//,
  },
  {
    call: "updateTable('journal_",
    instead: 'reverse of ledger/reverse.ts',
    matches: (node) => calls(/\.(updateTable|deleteFrom|replaceInto|mergeInto)$/)(node) && namesTable(node, 'journal_'),
  },
  {
    call: 'sql`…`',
    instead: "Kysely's own words",
    matches: (node) => node.type === 'TaggedTemplateExpression' && /^sql(\.|$)/.test(nameOf(node.tag as Node)),
    except: /^(electron\/backend\/(db|ledger)\/|electron\/backend\/reports\/[^/]+\/facts\.ts$|migrations\/)/,
  },
  {
    call: 'sql.raw',
    instead: 'parameters',
    matches: calls(/^sql\.(raw|lit)$/),
    except: /^(electron\/backend\/(db|ledger)\/|migrations\/)/,
  },
  { call: 'eval', instead: 'code', matches: calls(/^(eval|Function|globalThis\.eval)$/) },
  { call: 'innerHTML', instead: 'React text', matches: reads(/\.(innerHTML|outerHTML|insertAdjacentHTML)$/) },
  {
    call: 'dangerouslySetInnerHTML',
    instead: 'React text',
    matches: (node) => node.type === 'JSXAttribute' && (node.name as Node).name === 'dangerouslySetInnerHTML',
  },
  { call: 'alert', instead: 'words beside the field', matches: calls(/^(window\.)?(alert|confirm|prompt)$/) },
  {
    call: 'process.exit',
    instead: 'an error, so that the book is closed',
    matches: calls(/^process\.exit$/),
    except: /^electron\/doors\/(cli|port|serve)\.ts$/,
  },
  {
    call: 'fetch',
    instead: 'the client',
    matches: calls(/^(window\.|globalThis\.)?fetch$/),
    except: /^renderer\/http-link\.ts$/,
  },
  {
    call: 'a network module',
    instead: 'nothing: the program opens no connection',
    matches: imports(/^node:(http2?|https|net|tls|dns|dgram|inspector)(\/|$)/),
    except: /^electron\/doors\/http[\w-]*\.ts$/,
  },
  {
    call: 'child_process',
    instead: 'a worker',
    matches: imports(/^node:(child_process|cluster|vm)$/),
    except: /^electron\/doors\/open-browser\.ts$/,
  },
  { call: 'export *', instead: 'the file that has it', matches: (node) => node.type === 'ExportAllDeclaration' },
]

/** Every banned call in a file, with what to use instead. */
export function bannedCalls(file: SourceFile): string[] {
  const here = bans.filter(({ except }) => !except?.test(file.path))
  return nodesOf(file).flatMap((node) =>
    here
      .filter(({ matches }) => matches(node))
      .map(({ call, instead }) => `${file.path}:${lineOf(file, node)} ${call} → ${instead}`),
  )
}

export const bannedNames: readonly string[] = bans.map(({ call }) => call)
