/**
 * The codewords of a QR code (ISO/IEC 18004): text as bytes, medium error correction, versions 1 to 15. Index 0 of each table is
 * version 1.
 */

const eccPerBlock = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24]
const blockCounts = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10]

/** Codewords of data and error correction together. */
function rawCodewords(version: number): number {
  let modules = (16 * version + 128) * version + 64
  if (version >= 2) {
    const alignments = Math.floor(version / 7) + 2
    modules -= (25 * alignments - 10) * alignments - 55
    if (version >= 7) modules -= 36
  }
  return Math.floor(modules / 8)
}

function dataCodewords(version: number): number {
  return rawCodewords(version) - at(eccPerBlock, version - 1) * at(blockCounts, version - 1)
}

const at = (list: readonly number[], index: number): number => list[index] ?? 0

/** The smallest version that holds the text, and its codewords in the order they are drawn. */
export function codewordsOf(text: string): { version: number; codewords: number[] } {
  const bytes = [...Buffer.from(text, 'utf8')]
  const countBits = (version: number) => (version < 10 ? 8 : 16)
  const version = eccPerBlock.findIndex(
    (_, index) => 4 + countBits(index + 1) + 8 * bytes.length <= 8 * dataCodewords(index + 1),
  )
  if (version < 0) throw new Error('The text is too long for a QR code.')
  return {
    version: version + 1,
    codewords: interleave(version + 1, dataOf(bytes, version + 1, countBits(version + 1))),
  }
}

function dataOf(bytes: readonly number[], version: number, countBits: number): number[] {
  const bits = [4, bytes.length, ...bytes].map((value, index) =>
    value.toString(2).padStart(index === 0 ? 4 : index === 1 ? countBits : 8, '0'),
  )
  const capacity = 8 * dataCodewords(version)
  const text = bits.join('')
  const closed = text + '0'.repeat(Math.min(4, capacity - text.length))
  const whole = closed.padEnd(Math.ceil(closed.length / 8) * 8, '0')
  const data = (whole.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  for (let pad = 0xec; data.length < dataCodewords(version); pad ^= 0xec ^ 0x11) data.push(pad)
  return data
}

/** Blocks beside each other, column by column: a stain spoils a little of each. */
function interleave(version: number, data: readonly number[]): number[] {
  const [count, ecc] = [at(blockCounts, version - 1), at(eccPerBlock, version - 1)]
  const raw = rawCodewords(version)
  const short = Math.floor(raw / count) - ecc
  const shortBlocks = count - (raw % count)
  const divisor = divisorOf(ecc)
  const blocks: { data: number[]; ecc: number[] }[] = []
  for (let block = 0, from = 0; block < count; block += 1) {
    const length = short + (block < shortBlocks ? 0 : 1)
    const own = data.slice(from, from + length)
    blocks.push({ data: own, ecc: remainderOf(own, divisor) })
    from += length
  }
  const columns = (part: 'data' | 'ecc', length: number) =>
    Array.from({ length }, (_, column) => blocks.flatMap((block) => block[part][column] ?? [])).flat()
  return [...columns('data', short + 1), ...columns('ecc', ecc)]
}

/** Product in GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1. */
function product(one: number, other: number): number {
  let result = 0
  for (let bit = 7; bit >= 0; bit -= 1) {
    result = (result << 1) ^ ((result >>> 7) * 0x11d)
    result ^= ((other >>> bit) & 1) * one
  }
  return result
}

/** Coefficients of the Reed-Solomon generator, without the leading one. */
function divisorOf(degree: number): number[] {
  const result = [...Array<number>(degree - 1).fill(0), 1]
  for (let round = 0, root = 1; round < degree; round += 1, root = product(root, 2)) {
    for (let index = 0; index < degree; index += 1)
      result[index] = product(at(result, index), root) ^ at(result, index + 1)
  }
  return result
}

function remainderOf(data: readonly number[], divisor: readonly number[]): number[] {
  const result = Array<number>(divisor.length).fill(0)
  for (const byte of data) {
    const factor = byte ^ (result.shift() ?? 0)
    result.push(0)
    for (const [index, coefficient] of divisor.entries())
      result[index] = at(result, index) ^ product(coefficient, factor)
  }
  return result
}
