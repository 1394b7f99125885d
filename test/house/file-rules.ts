import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import ts from 'typescript'
import type { Offence } from './import-rules.ts'

/** A file as the rules see it: its path from the root, its text and its syntax. */
type SourceText = { path: string; text: string; tree: ts.SourceFile }

const limits = { fileLines: 400, functionLines: 60, pageFunctionLines: 100, indexLines: 25 }

/** The words of one language are a table, not a program; what is generated is written by a script. */
const isCatalogue = /\/texts\/[a-z]{2}\.ts$/
const isGenerated = /\/generated\//

const emptyNames = new Set(
  'util utils helper helpers common shared misc manager managers service services'.split(' '),
)

/** Every file of `paths` that is too long, badly named, or reaches for what it should not touch. */
export function findFileOffences(root: string, paths: string[]): Offence[] {
  return paths.flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    const source = { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) }
    return [
      ...checkFileLength(source),
      ...checkFunctionLengths(source),
      ...checkName(source),
      ...checkIndex(source),
      ...checkEnvironment(source),
      ...checkConsole(source),
      ...checkSleep(source),
    ]
  })
}

function checkFileLength({ path, text }: SourceText): Offence[] {
  const lines = countLines(text)
  const isData = path.includes('/fixtures/') || isCatalogue.test(path) || isGenerated.test(path)
  if (lines <= limits.fileLines || isData) return []
  return [`${path} has ${lines} lines; ${limits.fileLines} is the limit`]
}

function checkFunctionLengths({ path, tree }: SourceText): Offence[] {
  if (isTest(path)) return []
  const limit = path.endsWith('.tsx') ? limits.pageFunctionLines : limits.functionLines
  const offences: Offence[] = []
  const visit = (node: ts.Node): void => {
    const lines = countLines(node.getText(tree))
    if (isFunction(node) && lines > limit) {
      offences.push(`${path}: function ${nameOf(node)} has ${lines} lines; ${limit} is the limit`)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return offences
}

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined)
  return named?.getText() ?? '(without a name)'
}

function checkName({ path }: SourceText): Offence[] {
  const segments = path.split('/').map((segment) => segment.replace(/(\.test|\.config|\.d)?\.tsx?$/, ''))
  const empty = segments.find((segment) => emptyNames.has(segment) || emptyNames.has(lastWord(segment)))
  const offences = empty ? [`${path}: "${empty}" says nothing; find the noun`] : []
  const name = segments.at(-1) ?? ''
  // NOTE: the router of the browser app gives `$` and `_` in a file name a meaning of its own.
  const isKebab = /^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name.replace(/[$_]/g, ''))
  return isKebab ? offences : [...offences, `${path}: a file is named in kebab-case after its main export`]
}

function lastWord(segment: string): string {
  return segment.includes('-') ? (segment.split('-').at(-1) ?? '') : ''
}

function checkIndex({ path, text, tree }: SourceText): Offence[] {
  if (!/^src\/.*index\.ts$/.test(path) || basename(path) !== 'index.ts') return []
  const lines = countLines(text)
  const tooLong = lines > limits.indexLines
  const onlyNames = tree.statements.every(isNamedReExport)
  return [
    ...(tooLong ? [`${path} has ${lines} lines; a front door has ${limits.indexLines} at most`] : []),
    ...(onlyNames ? [] : [`${path}: a front door contains only "export { names } from"`]),
  ]
}

function isNamedReExport(node: ts.Statement): boolean {
  if (!ts.isExportDeclaration(node)) return false
  return (
    node.moduleSpecifier !== undefined &&
    node.exportClause !== undefined &&
    ts.isNamedExports(node.exportClause)
  )
}

function checkEnvironment({ path, tree }: SourceText): Offence[] {
  // The entry hands the environment over; what it means is the business of src/config.ts.
  if (!isProduct(path) || path === 'src/config.ts' || path === 'src/main.ts') return []
  return uses(tree, 'process', 'env') ? [`${path} reads process.env; only src/config.ts does`] : []
}

function checkConsole({ path, tree }: SourceText): Offence[] {
  const speaksToTerminal = path === 'src/main.ts' || /^src\/cli(\/|\.ts)/.test(path)
  if (!isProduct(path) || speaksToTerminal) return []
  return uses(tree, 'console') ? [`${path} writes to the console; use the log of the context`] : []
}

function checkSleep({ path, tree }: SourceText): Offence[] {
  if (!isTest(path) && !path.startsWith('test/')) return []
  const sleeps = contains(tree, (node) => isSleepImport(node) || isPromiseOfTime(node))
  return sleeps ? [`${path} sleeps; drain the jobs, move the clock or wait for the event`] : []
}

function isSleepImport(node: ts.Node): boolean {
  if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return false
  return /^(node:)?timers\/promises$/.test(node.moduleSpecifier.text)
}

/** `new Promise((resolve) => setTimeout(resolve, ...))`; a time limit that rejects is something else. */
function isPromiseOfTime(node: ts.Node): boolean {
  if (!ts.isNewExpression(node) || node.expression.getText() !== 'Promise') return false
  const executor = node.arguments?.[0]
  const resolve = executor && ts.isFunctionLike(executor) ? executor.parameters[0]?.name.getText() : undefined
  return contains(node, (inner) => ts.isCallExpression(inner) && isTimerOf(inner, resolve))
}

function isTimerOf(call: ts.CallExpression, callback: string | undefined): boolean {
  return call.expression.getText() === 'setTimeout' && call.arguments[0]?.getText() === callback
}

/** Does the code (not a comment or a text) contain `object.property`, or `object.` and anything? */
function uses(tree: ts.SourceFile, object: string, property?: string): boolean {
  return contains(
    tree,
    (node) =>
      ts.isPropertyAccessExpression(node) &&
      node.expression.getText() === object &&
      (property === undefined || node.name.text === property),
  )
}

function contains(node: ts.Node, isIt: (node: ts.Node) => boolean): boolean {
  return isIt(node) || ts.forEachChild(node, (child) => contains(child, isIt) || undefined) === true
}

function countLines(text: string): number {
  return text.trimEnd().split('\n').length
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

function isProduct(path: string): boolean {
  return path.startsWith('src/') && !isTest(path)
}
