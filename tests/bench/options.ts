import { parseArgs } from 'node:util'

export interface Options {
  /** How many customers. */
  sizes: number[]
  /** How long each page is asked for. */
  seconds: number
  pages: boolean
  operations: boolean
}

/** @throws Error that says what may be given */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '1000,100000,1000000' },
      seconds: { type: 'string', default: '10' },
      only: { type: 'string' },
    },
  })
  const sizes = values.sizes.split(',').map(Number)
  const seconds = Number(values.seconds)
  if (sizes.some((size) => !Number.isInteger(size) || size < 1_000))
    throw new Error('--sizes takes numbers from 1000 on.')
  if (!(seconds >= 1)) throw new Error('--seconds takes a number from 1 on.')
  if (values.only && !['pages', 'operations'].includes(values.only))
    throw new Error('--only takes pages or operations.')
  return { sizes, seconds, pages: values.only !== 'operations', operations: values.only !== 'pages' }
}
