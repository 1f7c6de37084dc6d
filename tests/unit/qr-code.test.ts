import { describe, expect, test } from 'vitest'
import { qrCode, qrPath } from '@/lib/core/qr-code'

/** Reads a QR code the other way round: unmasks, walks, sorts the blocks, and looks at the bytes. Written from the standard. */
function read(grid: boolean[][]): { text: string; level: number; finders: boolean } {
  const size = grid.length
  const version = (size - 17) / 4
  const at = (x: number, y: number) => grid[y]?.[x] === true
  const formatBits = [0, 1, 2, 3, 4, 5].map((y) => at(8, y)).concat([at(8, 7), at(8, 8), at(7, 8)])
  const format =
    [...formatBits, ...[5, 4, 3, 2, 1, 0].map((x) => at(x, 8))].reduce(
      (sum, bit, index) => sum | (Number(bit) << index),
      0,
    ) ^ 0x5412
  const mask = (format >>> 10) & 7
  const bits: number[] = []
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    const upwards = ((right + 1) & 2) === 0
    for (let step = 0; step < size; step += 1) {
      const y = upwards ? size - 1 - step : step
      for (const x of [right, right - 1])
        if (!isPattern(x, y, size, version)) bits.push(Number(at(x, y) !== inverts(mask, x, y)))
    }
  }
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, index) =>
    Number.parseInt(bits.slice(index * 8, index * 8 + 8).join(''), 2),
  )
  const [blocks, ecc] = shapes[version] ?? [1, 0]
  const dataLength = words.length - blocks * ecc
  const short = Math.floor(dataLength / blocks)
  const long = dataLength % blocks
  const sorted: number[][] = Array.from({ length: blocks }, () => [])
  let next = 0
  for (let column = 0; column <= short; column += 1)
    for (const [index, block] of sorted.entries())
      if (column < short || index >= blocks - long) block.push(words[next++] ?? 0)
  const all = sorted
    .flat()
    .map((word) => word.toString(2).padStart(8, '0'))
    .join('')
  const countBits = version < 10 ? 8 : 16
  const length = Number.parseInt(all.slice(4, 4 + countBits), 2)
  const bytes = Array.from({ length }, (_, index) =>
    Number.parseInt(all.slice(4 + countBits + index * 8, 12 + countBits + index * 8), 2),
  )
  return {
    text: Buffer.from(bytes).toString('utf8'),
    level: format >>> 13,
    finders: at(0, 0) && at(6, 0) && !at(1, 1) && at(3, 3) && !at(7, 7),
  }
}

/** Blocks and error correction codewords of each: table 9 of the standard, level M. */
const shapes: Record<number, [number, number]> = {
  1: [1, 10],
  2: [1, 16],
  3: [1, 26],
  4: [2, 18],
  5: [2, 24],
  6: [4, 16],
  7: [4, 18],
  8: [4, 22],
  9: [5, 22],
  10: [5, 26],
  11: [5, 30],
}
/** Centres of the alignment patterns: table E.1. */
const centres: Record<number, number[]> = {
  1: [],
  2: [6, 18],
  3: [6, 22],
  4: [6, 26],
  5: [6, 30],
  6: [6, 34],
  7: [6, 22, 38],
  8: [6, 24, 42],
  9: [6, 26, 46],
  10: [6, 28, 50],
  11: [6, 30, 54],
}

function isPattern(x: number, y: number, size: number, version: number): boolean {
  if (x === 6 || y === 6) return true
  if ((x < 9 && y < 9) || (x < 9 && y > size - 9) || (x > size - 9 && y < 9)) return true
  if (version >= 7 && ((x < 6 && y > size - 12) || (y < 6 && x > size - 12))) return true
  const list = centres[version] ?? []
  const last = list.at(-1)
  return list.some((cx) =>
    list.some(
      (cy) =>
        !((cx === 6 && (cy === 6 || cy === last)) || (cx === last && cy === 6)) &&
        Math.abs(x - cx) < 3 &&
        Math.abs(y - cy) < 3,
    ),
  )
}

function inverts(mask: number, x: number, y: number): boolean {
  const product = x * y
  const sums = [
    x + y,
    y,
    x,
    x + y,
    Math.floor(x / 3) + Math.floor(y / 2),
    (product % 2) + (product % 3),
    (product % 2) + (product % 3),
    ((x + y) % 2) + (product % 3),
  ]
  const divisors = [2, 2, 3, 3, 2, 6, 2, 2]
  return mask === 5 ? sums[5] === 0 : (sums[mask] ?? 1) % (divisors[mask] ?? 2) === 0
}

describe('a QR code', () => {
  test.each([1, 14, 15, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251])('of %i bytes says what went in', (length) => {
    const text = Array.from({ length }, (_, index) => 'otpauth://totp/Tandem:é'[(index * 5) % 23] ?? 'x')
      .join('')
      .slice(0, length)
    const plain = text.replaceAll('é', 'e')
    expect(read(qrCode(plain))).toEqual({ text: plain, level: 0, finders: true })
  })

  test('says letters beyond ASCII as UTF-8', () => expect(read(qrCode('Берёза')).text).toBe('Берёза'))

  test('takes the smallest size that holds the text', () => {
    expect(qrCode('x'.repeat(14))).toHaveLength(21)
    expect(qrCode('x'.repeat(15))).toHaveLength(25)
  })

  test('refuses what it cannot hold', () => expect(() => qrCode('x'.repeat(500))).toThrow())

  test('is drawn with the quiet zone around it', () => {
    const { path, size } = qrPath('x')
    expect(size).toBe(29)
    const places = [...path.matchAll(/M(\d+),(\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)])
    expect(Math.min(...places)).toBe(4)
    expect(Math.max(...places)).toBe(24)
  })
})
