import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The sources as text and as a graph of imports, for the tests of the architecture. Paths are relative to the project. */

export const root = fileURLToPath(new URL('../..', import.meta.url))

const generated = /^(lib\/core\/prisma-client|prisma\/migrations)\//
const entryPoints = ['worker.ts', 'proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts']

/** Every file of these folders, without what is generated. */
export function filesIn(...folders: string[]): string[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    )
    .filter((file) => !generated.test(file) && statSync(join(root, file)).isFile())
    .sort()
}

export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

export function isCode(file: string): boolean {
  return /\.tsx?$/.test(file)
}

/** What the portal consists of: everything but tests. */
export const sources = [
  ...filesIn('app', 'components', 'lib', 'prisma'),
  ...entryPoints.filter((file) => existsSync(join(root, file))),
]
export const code = sources.filter(isCode)

export interface Import {
  file: string
  /** As written. */
  specifier: string
  /** A file of the project, or null for a package. */
  target: string | null
  /** Vanishes when compiled. */
  typeOnly: boolean
}

export function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(
    file,
    read(file),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )
}

export function importsOf(file: string): Import[] {
  const found: Import[] = []
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return
    found.push({ file, specifier: specifier.text, target: resolve(file, specifier.text), typeOnly })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node))
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true)
    if (
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require')
    ) {
      add(node.arguments[0], false)
    }
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  return found
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false
  if (importClause.isTypeOnly) return true
  const { name, namedBindings } = importClause
  return (
    !name &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  )
}

function resolve(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.') && !specifier.startsWith('@/')) return null
  const path = specifier.startsWith('@/') ? specifier.slice(2) : normalize(join(dirname(from), specifier))
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}.js`, `${path}/index.ts`, `${path}/index.tsx`]
  return (
    candidates.find((candidate) => existsSync(join(root, candidate)) && statSync(join(root, candidate)).isFile()) ??
    path
  )
}

/** Groups of files that import each other in a circle, however long. */
export function cycles(imports: Import[]): string[][] {
  const next = new Map<string, string[]>()
  for (const { file, target } of imports) if (target) next.set(file, [...(next.get(file) ?? []), target])
  const reaches = (start: string): Set<string> => {
    const seen = new Set<string>()
    const waiting = [...(next.get(start) ?? [])]
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (seen.has(file)) continue
      seen.add(file)
      waiting.push(...(next.get(file) ?? []))
    }
    return seen
  }
  const inCircle = [...next.keys()].filter((file) => reaches(file).has(file))
  const groups = new Map(inCircle.map((file) => [inCircle.filter((other) => reaches(file).has(other)).join(' '), file]))
  return [...groups.keys()].map((group) => group.split(' '))
}

/** The text without comments, so that prose does not count as code. */
export function withoutComments(file: string): string {
  const source = parse(file)
  const text = source.getFullText()
  const cut: [number, number][] = []
  const visit = (node: ts.Node): void => {
    for (const range of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) cut.push([range.pos, range.end])
    for (const range of ts.getTrailingCommentRanges(text, node.getEnd()) ?? []) cut.push([range.pos, range.end])
    ts.forEachChild(node, visit)
  }
  visit(source)
  return blank(text, cut)
}

function blank(text: string, ranges: [number, number][]): string {
  let result = text
  for (const [start, end] of ranges) result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end)
  return result
}

/** Names a file gives to others. */
export function exportedNames(file: string): string[] {
  const names: string[] = []
  for (const statement of parse(file).statements) {
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      names.push(...statement.exportClause.elements.map((element) => element.name.text))
    }
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue
    if (ts.isVariableStatement(statement))
      names.push(...statement.declarationList.declarations.flatMap(({ name }) => boundNames(name)))
    else if ('name' in statement && statement.name) names.push((statement.name as ts.Identifier).text)
  }
  return names
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []))
}
