import { frequentElsewhere, frequentInRussian, frequentNames } from './frequent-names'
import { frequentPasswords, frequentPhrases, worstPasswords } from './frequent-passwords'
import { frequentWords } from './frequent-words'

/**
 * What the parts of a password are worth against somebody who guesses cleverly, in bits: one more doubles the guesses. A
 * password is worth the cheapest way to put it together.
 */
const bits = {
  /** A name, an address or an organization that goes with the person. */
  context: 3,
  worst: 9,
  word: 11,
  /** For a word not as it is written: with digits for letters, backwards, or typed on the other keyboard. */
  disguise: 1,
  /** A row of the keyboard or an alphabet, from its beginning; and from anywhere else. */
  row: 5,
  partOfRow: 12,
  year: 6,
  /** What has been there before. */
  again: 4,
  /** The sign before, several times. */
  run: 2,
  markAgain: 1,
  mark: 3,
  digit: 3,
  letter: 5,
  /** One of tens of thousands: ideographs, pictures. */
  rareSign: 15,
}

export interface Worth {
  bits: number
  /** How many of its signs come from the context, and how many have been there before. */
  known: number
  repeated: number
}

interface Piece {
  length: number
  bits: number
  /** From where its signs are, if from anywhere. */
  from?: 'context' | 'before'
}

interface Text {
  signs: readonly string[]
  /** The text as it is written, and as it may be meant; all of the same length. */
  readings: readonly string[]
}

/** As much as three different words: what one of several words has to be worth. */
export const severalWords = 3 * bits.word

/** The worth of as many letters in no order. */
export function worthOfLetters(count: number): number {
  return count * bits.letter
}

/** The worth of so many different marks. */
export function worthOfMarks(count: number): number {
  return count * bits.mark
}

const backwards = (word: string): string => [...word].reverse().join('')

const rows = [
  ...['0123456789', '1234567890', 'abcdefghijklmnopqrstuvwxyz', 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'],
  ...[
    'qwertyuiop[]',
    'qwertzuiop',
    'azertyuiop',
    "asdfghjkl;'",
    'zxcvbnm,./',
    'йцукенгшщзхъ',
    'фывапролджэ',
    'ячсмитьбю.',
  ],
  ...['1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/', 'qazwsxedcrfvtgbyhnujmikolp', '!@#$%^&*()_+', '147258369'],
].flatMap((row) => [row, backwards(row)])

/** Where three signs stand next to each other. */
const placesInRows = new Map<string, { row: string; from: number }[]>()
for (const row of rows) {
  for (let from = 0; from + 3 <= row.length; from += 1) {
    const three = row.slice(from, from + 3)
    placesInRows.set(three, [...(placesInRows.get(three) ?? []), { row, from }])
  }
}

const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
const russianKeys = 'йцукенгшщзхъфывапролджэячсмитьбю'
const letterFor = (from: string, to: string) => new Map([...from].map((sign, index) => [sign, to[index] ?? sign]))
const disguises = [
  letterFor('01345678902@$!|+€(', 'oieasgtbgozasiltec'),
  letterFor('01345678902@$!|+€(', 'oleasbtbqozasiltec'),
  letterFor(latinKeys, russianKeys),
  letterFor(russianKeys, latinKeys),
]

const split = (text: string): string[] => text.split(/\s+/).filter(Boolean)
const others = [frequentPasswords, frequentPhrases, frequentWords, frequentNames, frequentInRussian, frequentElsewhere]

/** The common passwords: at least four signs long, in small letters. */
export const guessedFirst: ReadonlyMap<string, number> = new Map([
  ...split(worstPasswords).map((word) => [backwards(word), bits.worst + bits.disguise] as const),
  ...others.flatMap(split).map((word) => [word, bits.word] as const),
  ...split(worstPasswords).map((word) => [word, bits.worst] as const),
])

const beginning = 4
const lengthsByBeginning = new Map<string, Set<number>>()
for (const word of guessedFirst.keys()) {
  const start = word.slice(0, beginning)
  lengthsByBeginning.set(start, (lengthsByBeginning.get(start) ?? new Set()).add(word.length))
}

/** What a password is worth to somebody who knows the words of its context. */
export function passwordWorth(signs: readonly string[], context: readonly string[]): Worth {
  const text = { signs, readings: readingsOf(signs) }
  const best: Worth[] = [{ bits: 0, known: 0, repeated: 0 }]
  for (let at = 0; at < signs.length; at += 1) {
    const before = best[at]
    if (!before) continue
    for (const piece of piecesAt(text, at, context)) {
      const end = best[at + piece.length]
      if (!end || before.bits + piece.bits < end.bits) best[at + piece.length] = sum(before, piece)
    }
  }
  return best[signs.length] ?? { bits: 0, known: 0, repeated: 0 }
}

function sum(before: Worth, { length, bits, from }: Piece): Worth {
  return {
    bits: before.bits + bits,
    known: before.known + (from === 'context' ? length : 0),
    repeated: before.repeated + (from === 'before' ? length : 0),
  }
}

function readingsOf(signs: readonly string[]): string[] {
  // One unit each, so that the places of the readings are those of the signs.
  const plain = signs.map((sign) => (sign.length === 1 ? sign : '\uffff'))
  const meant = disguises.map((letters) => plain.map((sign) => letters.get(sign) ?? sign).join(''))
  return [...new Set([plain.join(''), ...meant])]
}

function piecesAt(text: Text, at: number, context: readonly string[]): Piece[] {
  const pieces = [signAt(text, at)]
  const rest = text.readings[0]?.slice(at) ?? ''
  if (/^(19|20)\d\d/.test(rest)) pieces.push({ length: 4, bits: bits.year })
  text.readings.forEach((reading, index) => {
    const disguise = index > 0 ? bits.disguise : 0
    for (const word of context) {
      if (reading.startsWith(word, at))
        pieces.push({ length: word.length, bits: bits.context + disguise, from: 'context' })
    }
    for (const length of lengthsByBeginning.get(reading.slice(at, at + beginning)) ?? []) {
      const worth = guessedFirst.get(reading.slice(at, at + length))
      if (worth !== undefined) pieces.push({ length, bits: worth + disguise })
    }
  })
  pieces.push(...rowsAt(rest), ...againAt(text, at))
  return pieces
}

function signAt({ signs }: Text, at: number): Piece {
  const sign = signs[at] ?? ''
  const one = (worth: number) => ({ length: 1, bits: worth })
  if (/^\p{Nd}$/u.test(sign)) return one(bits.digit)
  if (/^[\p{Script=Han}\p{Script=Hangul}\p{So}]$/u.test(sign)) return one(bits.rareSign)
  if (/^\p{L}/u.test(sign)) return one(bits.letter)
  return one(signs.indexOf(sign) < at ? bits.markAgain : bits.mark)
}

function rowsAt(rest: string): Piece[] {
  return (placesInRows.get(rest.slice(0, 3)) ?? []).map(({ row, from }) => {
    let length = 3
    while (from + length < row.length && row[from + length] === rest[length]) length += 1
    return { length, bits: from === 0 ? bits.row : bits.partOfRow }
  })
}

/** Three signs or more that stand further in front, too; `aaaa` repeats itself. */
function againAt({ signs }: Text, at: number): Piece[] {
  const same = (earlier: number, length: number) => signs[earlier + length] === signs[at + length]
  for (let earlier = 0; earlier < at; earlier += 1) {
    let length = 0
    while (at + length < signs.length && same(earlier, length)) length += 1
    if (length >= 3) return [{ length, bits: earlier === at - 1 ? bits.run : bits.again, from: 'before' }]
  }
  return []
}
