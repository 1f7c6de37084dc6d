import { disconnect } from '@/lib/core/db'
import { isDomainError } from '@/lib/core/errors'
import { closeBudgets } from '@/lib/core/rate-limit'
import { demoSignIns, organizations } from './seed/cast'
import { buildWorld, type WorldState, worldState } from './seed/world'

// node --import tsx prisma/seed.ts
// Fills an empty portal with the demo world; leaves a portal that is in use alone.

const startAgain = 'Start afresh: npm run demo -- --reset (a database of your own has to be emptied by yourself).'

const found: Record<Exclude<WorldState, 'empty'>, { message: string; exitCode: number }> = {
  finished: { message: 'The portal is installed and the demo world is there already.', exitCode: 0 },
  other: { message: 'The portal is installed already, and not with the demo world: it is left as it is.', exitCode: 0 },
  unfinished: {
    message: `The demo world is only half there: a former run was interrupted, or another is at work. ${startAgain}`,
    exitCode: 1,
  },
}

async function seed(): Promise<number> {
  const state = await worldState()
  if (state !== 'empty') return report(state)
  const began = Date.now()
  try {
    await buildWorld()
  } catch (error) {
    // Somebody else began at the same moment.
    if (isDomainError(error, 'already_installed')) return report('unfinished')
    console.error(error, `\nThe demo world is not complete. ${startAgain}`)
    return 1
  }
  const size = `${organizations.length} organizations, ${demoSignIns.length} people`
  console.log(`The demo world is built: ${size}, ${((Date.now() - began) / 1000).toFixed(1)} s.`)
  return 0
}

function report(state: keyof typeof found): number {
  console.log(found[state].message)
  return found[state].exitCode
}

try {
  process.exitCode = await seed()
} finally {
  await closeBudgets()
  await disconnect()
}
