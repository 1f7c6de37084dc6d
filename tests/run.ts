import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { generateClient } from '@/prisma/generate'

// npm test: types, lint, unit, integration (with sweep and walls), browser; in that order, one after the other, stopping at
// the first that fails. TANDEM_DEEP=1 (npm run test:deep) raises the counts of the randomized, race and crash proofs.

const reports = {
  unit: '.data/reports/unit.json',
  integration: '.data/reports/integration.json',
  e2e: 'test-results/e2e.json',
}

interface Section {
  name: string
  program: string
  args: string[]
  report?: string
}

const vitest = (project: 'unit' | 'integration'): Section => ({
  name: project,
  program: 'node_modules/vitest/vitest.mjs',
  args: ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${reports[project]}`],
  report: reports[project],
})

const sections: Section[] = [
  { name: 'types', program: 'node_modules/typescript/bin/tsc', args: ['--noEmit'] },
  { name: 'lint', program: 'node_modules/@biomejs/biome/bin/biome', args: ['check', '.'] },
  vitest('unit'),
  vitest('integration'),
  { name: 'browser', program: 'node_modules/@playwright/test/cli.js', args: ['test'], report: reports.e2e },
]

rmSync('test-results', { recursive: true, force: true })
rmSync('.data/reports', { recursive: true, force: true })
mkdirSync('.data/reports', { recursive: true })
await generateClient()

const times: string[] = []
let failedSection: string | null = null
for (const section of sections) {
  const began = Date.now()
  console.log(`\n== ${section.name}`)
  const code = await run(section)
  times.push(`${section.name} ${((Date.now() - began) / 1000).toFixed(0)} s`)
  if (code !== 0) {
    failedSection = section.name
    break
  }
}
const { passed, failed } = total()
console.log(`\n${times.join(', ')}`)
if (failedSection) console.log(`Failed in: ${failedSection}`)
console.log(`${passed} passed, ${failedSection ? Math.max(1, failed) : failed} failed`)
process.exit(failedSection ? 1 : 0)

function run({ program, args }: Section): Promise<number> {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}

/** Sums what the runners reported; a section that did not come to its end counts as failed above. */
function total(): { passed: number; failed: number } {
  const sum = { passed: 0, failed: 0 }
  for (const { report } of sections) {
    if (!report || !existsSync(report)) continue
    const read = JSON.parse(readFileSync(report, 'utf8')) as Vitest & Playwright
    sum.passed += read.numPassedTests ?? read.stats?.expected ?? 0
    sum.failed += read.numFailedTests ?? read.stats?.unexpected ?? 0
  }
  return sum
}

interface Vitest {
  numPassedTests?: number
  numFailedTests?: number
}

interface Playwright {
  stats?: { expected: number; unexpected: number }
}
