/** The check digits of company numbers, by their published rules. Each function takes the bare number. */

/** The digits of a number, weighted and added up; letters count as their ASCII code less 48 (Brazil, since 2026). */
function weighted(number: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * ((number.codePointAt(index) ?? 48) - 48), 0)
}

const digit = (number: string, index: number) => Number(number[index])

/** Russia, INN: ten digits with one check digit (companies) or twelve with two (sole traders). */
export function innMatches(inn: string): boolean {
  const check = (weights: readonly number[]) => (weighted(inn, weights) % 11) % 10
  const tail = [2, 4, 10, 3, 5, 9, 4, 6, 8]
  if (inn.length === 10) return check(tail) === digit(inn, 9)
  return check([7, ...tail]) === digit(inn, 10) && check([3, 7, ...tail]) === digit(inn, 11)
}

/** Kazakhstan, BIN (companies) and IIN (sole traders). */
export function binMatches(bin: string): boolean {
  const first = weighted(bin, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11
  const check = first < 10 ? first : weighted(bin, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11
  return check === digit(bin, 11)
}

/** Belarus, UNP. */
export function unpMatches(unp: string): boolean {
  return weighted(unp, [29, 23, 19, 17, 13, 7, 5, 3]) % 11 === digit(unp, 8)
}

/** Ukraine: EDRPOU of companies (eight digits), RNOKPP of sole traders (ten). */
export function edrpouMatches(number: string): boolean {
  if (number.length === 10) return rest11(weighted(number, [-1, 5, 7, 9, 4, 6, 10, 5, 7])) % 10 === digit(number, 9)
  const weights = /^[345]/.test(number) ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7]
  const first = weighted(number, weights) % 11
  const again = weights.map((weight) => weight + 2)
  const check = first < 10 ? first : (weighted(number, again) % 11) % 10
  return check === digit(number, 7)
}

/** The remainder that is never negative. */
function rest11(sum: number): number {
  return ((sum % 11) + 11) % 11
}

/** Moldova, IDNO. */
export function idnoMatches(idno: string): boolean {
  return weighted(idno, [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10 === digit(idno, 12)
}

/** Hungary: the tax number, short (8) or whole (11); the ten digits of the company register carry no check digit. */
export function adoszamMatches(number: string): boolean {
  return number.length === 10 || (10 - (weighted(number, [9, 7, 3, 1, 9, 7, 3]) % 10)) % 10 === digit(number, 7)
}

/** Poland, NIP. */
export function nipMatches(nip: string): boolean {
  return weighted(nip, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === digit(nip, 9)
}

/** Brazil, CNPJ: two check digits, the second over the first. */
export function cnpjMatches(cnpj: string): boolean {
  const check = (weights: readonly number[]) => {
    const rest = weighted(cnpj, weights) % 11
    return rest < 2 ? 0 : 11 - rest
  }
  const weights = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]
  return check(weights) === digit(cnpj, 12) && check([6, ...weights]) === digit(cnpj, 13)
}
