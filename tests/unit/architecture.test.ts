import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { allRoles } from '../support/role-matrix'
import {
  code,
  cycles,
  exportedNames,
  filesIn,
  type Import,
  importsOf,
  isCode,
  parse,
  read,
  withoutComments,
} from '../support/source-tree'

// architecture.md, section 3: right may import left, never the reverse.
const layers = [
  'lib/access',
  'lib/core',
  'lib/i18n',
  'lib/mail',
  'lib/jobs',
  'lib/auth',
  'lib/domain',
  'lib/web',
  'app',
]
// Agreements stand left of invitations on purpose: whoever accepts an invitation needs the agreement.
const nouns = `
  organizations users notifications profile account-security single-sign-on issuer-sign-in partner-users agreements invitations
  partnerships
  customers catalog orders subscriptions subscription-partners onboarding customer-users licenses incentives
  purchase-requests account-setup verification verification-review membership enrollment directory
  known-customers operator organization-profile activity home mailbox demo-clock`
  .trim()
  .split(/\s+/)
// Programs of their own beside app: they may use anything, and nothing uses them.
const entryPoints = ['worker.ts', 'proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts']

const imports = code.flatMap(importsOf)
const within = (file: string | null, ...folders: string[]) =>
  folders.some((folder) => file === folder || (file?.startsWith(`${folder}/`) ?? false))
const layerOf = (file: string) => layers.findIndex((layer) => within(file, layer))
const nounOf = (file: string) => file.split('/')[2] ?? ''
const say = ({ file, specifier }: Import) => `${file} imports ${specifier}`
const isPackage = (specifier: string, name: string) => specifier === name || specifier.startsWith(`${name}/`)

/** Imports that break a rule, as sentences. */
function offending(breaks: (one: Import) => boolean): string[] {
  return imports.filter(breaks).map(say)
}

describe('the tree in the README', () => {
  const readme = read('README.md')
  const tree = readme.slice(readme.indexOf('## The tree'), readme.indexOf('Imports go one way, and a test'))

  test('lists the nouns of the domain, in their order', () => {
    const [, listed = ''] = /domain\/<noun>\/[^\n]*\n((?: {4}[a-z -]+\n)+)/.exec(tree) ?? []
    expect(listed.trim().split(/\s+/)).toEqual(nouns)
  })

  test('names every folder of pages', () => {
    const folders = new Set(filesIn('app').map((file) => /^app\/(?:\(\w+\)\/)?([a-z-]+)\//.exec(file)?.[1] ?? ''))
    expect([...folders].filter((folder) => !tree.includes(folder))).toEqual([])
  })
})

describe('imports', () => {
  test('are read at all', () => {
    expect(code.length).toBeGreaterThan(80)
    expect(imports.length).toBeGreaterThan(300)
  })

  test('lead to files that exist', () => {
    expect(
      offending(
        ({ target }) =>
          target !== null &&
          !/\.(tsx?|json|css|js|woff2)$/.test(target) &&
          !target.startsWith('lib/core/prisma-client/'),
      ),
    ).toEqual([])
  })

  test('go from right to left through the layers', () => {
    expect(code.filter((file) => within(file, 'lib') && layerOf(file) < 0)).toEqual([])
    expect(
      offending(({ file, target }) => layerOf(file) >= 0 && target !== null && layerOf(target) > layerOf(file)),
    ).toEqual([])
  })

  test('go from right to left through the nouns of the domain', () => {
    const inDomain = code.filter((file) => within(file, 'lib/domain'))
    expect(
      inDomain.filter((file) => !nouns.includes(nounOf(file))),
      'a new noun needs a place in the order',
    ).toEqual([])
    const backwards = ({ file, target }: Import) =>
      within(file, 'lib/domain') &&
      within(target, 'lib/domain') &&
      nouns.indexOf(nounOf(target ?? '')) > nouns.indexOf(nounOf(file))
    expect(offending(backwards)).toEqual([])
  })

  test('of the permission table are none', () =>
    expect(offending(({ file }) => within(file, 'lib/access'))).toEqual([]))

  test('of lib never reach components, prisma or tests', () => {
    expect(
      offending(({ file, target }) => within(file, 'lib') && within(target, 'components', 'prisma', 'tests')),
    ).toEqual([])
  })

  test('never lead to tests, to the seed or to an entry point', () => {
    const forbidden = ({ target }: Import) => within(target, 'tests') || entryPoints.includes(target ?? '')
    expect(offending(forbidden)).toEqual([])
    expect(offending(({ file, target }) => within(target, 'prisma') && !within(file, 'prisma'))).toEqual([])
  })

  test('of components stay within components, lib/access, lib/i18n and the types of lib/web', () => {
    const allowed = ({ target, typeOnly }: Import) =>
      target === null ||
      within(target, 'components', 'lib/access', 'lib/i18n') ||
      (typeOnly && within(target, 'lib/web'))
    expect(offending((one) => within(one.file, 'components') && !allowed(one))).toEqual([])
  })

  test('of components go from the primitives outwards', () => {
    const outwards = ({ file, target }: Import) =>
      (within(file, 'components/ui') && within(target, 'components') && !within(target, 'components/ui')) ||
      (within(file, 'components/form') &&
        within(target, 'components') &&
        !within(target, 'components/ui', 'components/form'))
    expect(offending(outwards)).toEqual([])
  })

  // Types of components may refer to each other; in lib not even they.
  test('make no circle', () =>
    expect(cycles(imports.filter(({ file, typeOnly }) => !typeOnly || within(file, 'lib')))).toEqual([]))
})

describe('what is banned', () => {
  test('next outside of app, components, lib/web, lib/auth and lib/i18n', () => {
    const places = ['app', 'components', 'lib/web', 'lib/auth', 'lib/i18n', ...entryPoints]
    expect(offending(({ file, specifier }) => isPackage(specifier, 'next') && !within(file, ...places))).toEqual([])
  })

  test('next-intl outside of these, the letters and the drafts', () => {
    const places = ['app', 'components', 'lib/web', 'lib/i18n', 'lib/mail', 'lib/domain/invitations/drafts.ts']
    expect(offending(({ file, specifier }) => isPackage(specifier, 'next-intl') && !within(file, ...places))).toEqual(
      [],
    )
  })

  test('next-auth outside of lib/auth and the route that leads to it', () => {
    expect(
      offending(
        ({ file, specifier }) =>
          isPackage(specifier, 'next-auth') && !within(file, 'lib/auth', 'lib/web/next-auth-route.ts', 'app/api/auth'),
      ),
    ).toEqual([])
  })

  test('the database in app and components, and its generated client anywhere but in core/db', () => {
    expect(offending(({ file, target }) => within(file, 'app', 'components') && target === 'lib/core/db.ts')).toEqual(
      [],
    )
    expect(
      offending(({ file, target }) => within(target, 'lib/core/prisma-client') && file !== 'lib/core/db.ts'),
    ).toEqual([])
    expect(offending(({ file, target }) => target === 'lib/core/tenant-pool.ts' && file !== 'lib/core/db.ts')).toEqual(
      [],
    )
    expect(
      offending(
        ({ file, specifier }) =>
          /^(@prisma\/|pg$)/.test(specifier) &&
          !within(file, 'prisma', 'lib/core/db.ts', 'lib/core/tenant-pool.ts', 'lib/core/rate-limit.ts'),
      ),
    ).toEqual([])
  })

  test('icons that are not our own: each of lucide-react costs a page as much as ten elements', () =>
    expect(offending(({ specifier }) => isPackage(specifier, 'lucide-react'))).toEqual([]))

  test('index files', () =>
    expect(
      filesIn('app', 'components', 'lib', 'prisma', 'tests').filter((file) => /(^|\/)index\.[jt]sx?$/.test(file)),
    ).toEqual([]))

  test('files of more than 300 lines', () => {
    const long = filesIn('app', 'components', 'lib', 'prisma', 'tests').filter((file) =>
      /\.(tsx?|js|css|prisma|json)$/.test(file),
    )
    expect(
      long
        .filter((file) => read(file).split('\n').length > 301)
        .map((file) => `${file}: ${read(file).split('\n').length}`),
    ).toEqual([])
  })

  test('names that say nothing', () => {
    const empty = [
      'util',
      'utils',
      'helper',
      'helpers',
      'service',
      'services',
      'manager',
      'managers',
      'handler',
      'handlers',
      'common',
      'misc',
      'base',
      'impl',
    ]
    // Service health is a page of the product.
    const words = (name: string) =>
      name
        .replaceAll('service-health', '')
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^a-z]+/)
    const saysNothing = (name: string) => words(name).some((word) => empty.includes(word))
    const files = filesIn('app', 'components', 'lib', 'prisma', 'tests')
    expect(files.filter((file) => saysNothing(file.replace(/^.*\//, '')) || file.split('/').some(saysNothing))).toEqual(
      [],
    )
    const names = files.filter(isCode).flatMap((file) =>
      exportedNames(file)
        .filter(saysNothing)
        .map((name) => `${file}: ${name}`),
    )
    expect(names).toEqual([])
  })

  test('raw colours in components', () => {
    const colour = /#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgba?|hsla?|oklch|oklab|lch|lab|color-mix)\(/i
    const found = filesIn('components')
      .filter((file) => file.endsWith('.tsx'))
      .filter((file) => colour.test(withoutComments(file)))
    expect(found).toEqual([])
  })
})

/**
 * The files that may name a role: the table; the commands that decide what the first person of an organization is; the rule
 * about granting Global admin; and the page of an invitation, which names the Global admins who could accept it.
 */
const mayNameRoles = [
  'lib/access/permissions.ts',
  'lib/domain/organizations/rules.ts',
  'lib/domain/account-setup/steps.ts',
  'lib/domain/onboarding/founding-steps.ts',
  'lib/domain/users/rules.ts',
  'lib/domain/invitations/queries.ts',
]

test('no role is named outside of the files that may know one', () => {
  const role = new RegExp(`\\b(${allRoles.join('|')})\\b`)
  const naming = code.filter((file) => !within(file, 'prisma') && role.test(withoutComments(file)))
  expect(naming.filter((file) => !mayNameRoles.includes(file))).toEqual([])
  expect(
    mayNameRoles.filter((file) => !naming.includes(file)),
    'take it off the list',
  ).toEqual([])
})

test("a 'use server' file exports nothing but what formAction makes", () => {
  const marked = code.filter((file) => /^(['"])use server\1/m.test(withoutComments(file)))
  expect(marked.flatMap(exportsThatAreNoActions)).toEqual([])
  expect(marked.filter((file) => !within(file, 'app'))).toEqual([])
})

function exportsThatAreNoActions(file: string): string[] {
  const source = parse(file)
  const directive = source.statements[0]
  const atTop =
    directive && ts.isExpressionStatement(directive) && directive.expression.getText().includes('use server')
  if (!atTop) return [`${file}: 'use server' inside of a function`]
  return source.statements.flatMap((statement) => {
    const exported =
      ts.isExportDeclaration(statement) || ts.isExportAssignment(statement) || statement.getText().startsWith('export ')
    if (!exported || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return []
    const made =
      ts.isVariableStatement(statement) &&
      statement.declarationList.declarations.every(
        ({ initializer }) =>
          initializer !== undefined &&
          ts.isCallExpression(initializer) &&
          initializer.expression.getText() === 'formAction',
      )
    return made ? [] : [`${file}: ${statement.getText().slice(0, 80)}`]
  })
}
