import { codewordsOf } from './qr-codewords'

/** A QR code (ISO/IEC 18004), drawn here so that the secret in it never leaves the server for anybody else's. */

type Grid = (boolean | null)[][]

/** The dark modules, row by row. Null marks what the patterns leave to the data while it is being drawn. */
export function qrCode(text: string): boolean[][] {
  const { version, codewords } = codewordsOf(text)
  const size = version * 4 + 17
  const patterns = drawPatterns(version, size)
  const candidates = Array.from({ length: 8 }, (_, mask) => drawData(patterns, codewords, mask))
  const [best] = candidates.map((grid) => ({ grid, penalty: penaltyOf(grid) })).sort((a, b) => a.penalty - b.penalty)
  return best?.grid ?? []
}

/** The dark modules as one SVG path, one unit a module, with the quiet zone of four around. */
export function qrPath(text: string): { path: string; size: number } {
  const grid = qrCode(text)
  const squares = grid.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + 4},${y + 4}h1v1h-1z`] : [])))
  return { path: squares.join(''), size: grid.length + 8 }
}

function drawPatterns(version: number, size: number): Grid {
  const grid: Grid = Array.from({ length: size }, () => Array<boolean | null>(size).fill(null))
  const set = (x: number, y: number, dark: boolean) => {
    const row = grid[y]
    if (row && x >= 0 && x < size) row[x] = dark
  }
  for (let index = 0; index < size; index += 1) {
    set(6, index, index % 2 === 0)
    set(index, 6, index % 2 === 0)
  }
  const square = (x: number, y: number, radius: number, dark: (distance: number) => boolean) => {
    for (let dy = -radius; dy <= radius; dy += 1)
      for (let dx = -radius; dx <= radius; dx += 1) set(x + dx, y + dy, dark(Math.max(Math.abs(dx), Math.abs(dy))))
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    square(x, y, 4, (distance) => distance !== 2 && distance !== 4)
  const places = alignments(version, size)
  const last = places.at(-1)
  for (const x of places)
    for (const y of places)
      if (!((x === 6 && (y === 6 || y === last)) || (x === last && y === 6)))
        square(x, y, 2, (distance) => distance !== 1)
  drawFormat(set, size, 0)
  if (version >= 7) drawVersion(set, size, version)
  return grid
}

function alignments(version: number, size: number): number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.ceil((size - 13) / (2 * count - 2)) * 2
  return [6, ...Array.from({ length: count - 1 }, (_, index) => size - 7 - step * index).reverse()]
}

type Set = (x: number, y: number, dark: boolean) => void

/** A number followed by the remainder of a division of polynomials over bits. */
function withRemainder(data: number, length: number, divisor: number): number {
  let rest = data
  for (let round = 0; round < length; round += 1) rest = (rest << 1) ^ ((rest >>> (length - 1)) * divisor)
  return (data << length) | rest
}

/** Medium error correction is 0 in the two bits before the mask. */
function drawFormat(set: Set, size: number, mask: number): void {
  const bits = withRemainder(mask, 10, 0x537) ^ 0x5412
  const bit = (index: number) => ((bits >>> index) & 1) === 1
  for (let index = 0; index <= 5; index += 1) set(8, index, bit(index))
  set(8, 7, bit(6))
  set(8, 8, bit(7))
  set(7, 8, bit(8))
  for (let index = 9; index < 15; index += 1) set(14 - index, 8, bit(index))
  for (let index = 0; index < 8; index += 1) set(size - 1 - index, 8, bit(index))
  for (let index = 8; index < 15; index += 1) set(8, size - 15 + index, bit(index))
  set(8, size - 8, true)
}

function drawVersion(set: Set, size: number, version: number): void {
  const bits = withRemainder(version, 12, 0x1f25)
  for (let index = 0; index < 18; index += 1) {
    const dark = ((bits >>> index) & 1) === 1
    const [a, b] = [size - 11 + (index % 3), Math.floor(index / 3)]
    set(a, b, dark)
    set(b, a, dark)
  }
}

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** From the lower right corner upwards and downwards in columns of two, around the patterns. */
function drawData(patterns: Grid, codewords: readonly number[], mask: number): boolean[][] {
  const size = patterns.length
  const grid = patterns.map((row) => [...row])
  const inverts = masks[mask]
  let index = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    const upwards = ((right + 1) & 2) === 0
    for (let step = 0; step < size; step += 1) {
      const y = upwards ? size - 1 - step : step
      for (const x of [right, right - 1]) {
        const row = grid[y]
        if (!row || row[x] !== null) continue
        const bit = (((codewords[index >>> 3] ?? 0) >>> (7 - (index & 7))) & 1) === 1
        row[x] = bit !== (inverts?.(x, y) ?? false)
        index += 1
      }
    }
  }
  const set: Set = (x, y, dark) => {
    const row = grid[y]
    if (row) row[x] = dark
  }
  drawFormat(set, size, mask)
  return grid.map((row) => row.map(Boolean))
}

/** How hard a picture is to read: long runs, blocks, what looks like a corner, too much of one colour. */
function penaltyOf(grid: readonly boolean[][]): number {
  const lines = [...grid, ...grid.map((_, x) => grid.map((row) => row[x] ?? false))].map((line) =>
    line.map((dark) => (dark ? '1' : '0')).join(''),
  )
  const runs = lines.flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0)
  const corners = lines.reduce(
    (sum, line) => sum + (line.match(/(?=10111010000)/g) ?? []).length + (line.match(/(?=00001011101)/g) ?? []).length,
    0,
  )
  let blocks = 0
  for (let y = 1; y < grid.length; y += 1)
    for (let x = 1; x < grid.length; x += 1) {
      const dark = grid[y]?.[x]
      if (dark === grid[y]?.[x - 1] && dark === grid[y - 1]?.[x] && dark === grid[y - 1]?.[x - 1]) blocks += 1
    }
  const total = grid.length ** 2
  const dark = grid.flat().filter(Boolean).length
  const balance = Math.ceil(Math.abs(dark * 20 - total * 10) / total) - 1
  return runs + blocks * 3 + corners * 40 + Math.max(0, balance) * 10
}
