import { expect, test, vi } from 'vitest'

// The framework bundles a module several times, and all of its copies share the connections of the process.

async function anotherCopy(): Promise<(text: string) => string> {
  vi.resetModules()
  return (await import('@/lib/core/tenant-pool')).nameOf
}

test('copies of the module never give two statements one name, whatever they saw first', async () => {
  const [one, other] = [await anotherCopy(), await anotherCopy()]
  expect(one).not.toBe(other)
  const names = [one('select 1'), other('select 2'), one('select 2'), other('select 1')]
  expect(names[0]).toBe(names[3])
  expect(names[1]).toBe(names[2])
  expect(names[0]).not.toBe(names[1])
})

test('names are short enough for the database to keep whole, and end somewhere', async () => {
  const nameOf = await anotherCopy()
  const names = Array.from({ length: 1_200 }, (_, index) => nameOf(`select ${index}`))
  for (const name of names) expect(name.length).toBeLessThan(64)
  expect(names.filter(Boolean)).toHaveLength(1_000)
  expect(new Set(names.slice(0, 1_000)).size).toBe(1_000)
})
