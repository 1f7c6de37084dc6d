import { describe, expect, test } from 'vitest'
import { isDomainError } from '@/lib/core/errors'
import { customerFileLimits, readCustomerFile } from '@/lib/domain/known-customers/customer-file'
import { judge } from '@/lib/domain/known-customers/rules'

const fault = (text: string) => {
  try {
    readCustomerFile(text)
    return 'none'
  } catch (error) {
    return isDomainError(error, 'file_invalid') ? error.parameters.reason : error
  }
}

describe('the export of another portal', () => {
  const english = [
    '\ufeff"Microsoft ID","Company name","Primary domain name","Relationship"',
    '"8C7B1F52-0B7A-4F0E-8D6D-6D1B8C2F9A10","Lang, Moser & ""Söhne""","LangMoser.onmicrosoft.com","Cloud Reseller"',
    '"1d3e5f70-92a4-4c6d-8e0f-1a2b3c4d5e6f","Two\nlines","two.onmicrosoft.com",""',
    '',
  ].join('\r\n')

  test('is read with its byte order mark, quotes, commas and capitals', () => {
    expect(readCustomerFile(english)[0]).toEqual({
      line: 2,
      name: 'Lang, Moser & "Söhne"',
      domain: 'langmoser.onmicrosoft.com',
      contactName: null,
      contactEmail: null,
      microsoftId: '8c7b1f52-0b7a-4f0e-8d6d-6d1b8c2f9a10',
      relationship: 'Cloud Reseller',
      errors: [],
    })
  })

  test('keeps what is wrong in a row to that row', () => {
    const [, second] = readCustomerFile(english)
    expect(second?.errors).toEqual([{ column: 'name', error: 'characters' }])
  })

  test.each([',', ';', '\t'])('is read in Russian, separated by %j', (separator) => {
    const file = [
      ['Идентификатор Майкрософт', 'Название компании', 'Имя основного домена', 'Связь'],
      ['3c5d7e90-1f2a-4b3c-8d4e-5f60718293a4', 'Мастерская «Дуб»', 'dub.onmicrosoft.com', 'Торговый посредник'],
    ]
    const text = file.map((cells) => cells.map((cell) => `"${cell}"`).join(separator)).join('\n')
    expect(readCustomerFile(text)[0]).toMatchObject({
      name: 'Мастерская «Дуб»',
      domain: 'dub.onmicrosoft.com',
      relationship: 'Торговый посредник',
      errors: [],
    })
  })

  test('may name the directory a tenant ID, and have columns nobody asked for', () => {
    const text = 'Customer name,Tenant ID,Primary domain,Country\nBirch,not an id,birch.example,DE'
    const [row] = readCustomerFile(text)
    expect(row).toMatchObject({ name: 'Birch', domain: 'birch.example', microsoftId: 'not an id' })
    expect(row?.errors).toEqual([{ column: 'microsoftId', error: 'microsoft_id' }])
  })
})

describe('a file of our own', () => {
  test('has contacts; a line that says only the separator is no heading', () => {
    const text = 'sep=;\nCompany name;Domain;Contact name;E-mail\nBirch;birch.example;Bea Birch;Bea@Birch.example'
    expect(readCustomerFile(text)).toEqual([
      {
        ...{ line: 3, name: 'Birch', domain: 'birch.example', contactName: 'Bea Birch' },
        ...{ contactEmail: 'bea@birch.example', microsoftId: null, relationship: null, errors: [] },
      },
    ])
  })

  test('may have a domain in Cyrillic letters', () => {
    const [row] = readCustomerFile('Компания;Домен\nМаяк;маяк.example')
    expect(row).toMatchObject({ domain: expect.stringMatching(/^xn--[a-z0-9]+\.example$/), errors: [] })
  })

  test('names what is wrong in each row and goes on', () => {
    const rows = readCustomerFile(
      'Company name,Domain,E-mail\n,birch.example,\nBirch,no domain,\nCedar,,\nElm,elm.example,nobody\nFir,fir.example,\nFir again,FIR.example,',
    )
    expect(rows.map(({ line, errors }) => [line, ...errors.map(({ column, error }) => `${column} ${error}`)])).toEqual([
      [2, 'name required'],
      [3, 'domain domain'],
      [4, 'domain required'],
      [5, 'contactEmail email'],
      [6],
      [7, 'domain domain_repeated'],
    ])
  })

  test('shows again what it does not understand, short and without what cannot be seen', () => {
    const [row] = readCustomerFile(`Company name,Domain\nBirch,"a\u0007${'x'.repeat(500)}"`)
    expect(row?.domain).toHaveLength(100)
    expect(row?.domain).not.toContain('\u0007')
  })
})

describe('a file as a whole is refused', () => {
  test.each([
    ['without the needed columns', 'Company name,Country\nBirch,DE', 'columns'],
    ['with a column twice', 'Company name,Domain,Domain\nBirch,a.example,b.example', 'columns'],
    ['without rows', 'Company name,Domain\n', 'empty'],
    ['when its quotes do not close', 'Company name,Domain\n"Birch,a.example', 'format'],
    ['when one of its lines has no end', `Company name,Domain\nBirch,${'x'.repeat(5000)}`, 'format'],
    ['when it is no table', 'PK\u0003\u0004', 'columns'],
    ['when it is empty', '\n', 'columns'],
  ])('%s', (_, text, reason) => expect(fault(text)).toBe(reason))

  test('with more rows than allowed, and not with as many', () => {
    const rows = (count: number) =>
      `Company name,Domain\n${Array.from({ length: count }, (_, index) => `C,c${index}.example`).join('\n')}`
    expect(fault(rows(customerFileLimits.rows))).toBe('none')
    expect(fault(rows(customerFileLimits.rows + 1))).toBe('rows')
  })
})

describe('the verdict about a row', () => {
  const facts = { contactName: 'Bea', contactEmail: null, microsoftId: null, relationship: null }
  const surroundings = {
    ownDomain: 'alder.example',
    customers: new Set(['elm.example', '8c7b1f52-0b7a-4f0e-8d6d-6d1b8c2f9a10']),
    known: new Map([['birch.example', { name: 'Birch', ...facts }]]),
  }
  const verdict = (text: string) =>
    readCustomerFile(`Company name,Domain,Contact name,Microsoft ID\n${text}`).map(
      (row) => judge(row, surroundings).verdict,
    )[0]

  test.each([
    ['Cedar,cedar.example,,', 'added'],
    ['Birch,birch.example,,', 'unchanged'],
    ['Birch,birch.example,Bea,', 'unchanged'],
    ['Birch & Co,birch.example,,', 'updated'],
    ['Birch,birch.example,Ben,', 'updated'],
    ['Elm,elm.example,,', 'customer'],
    ['Elm,other.example,,8c7b1f52-0b7a-4f0e-8d6d-6d1b8c2f9a10', 'customer'],
    ['Alder,alder.example,,', 'refused'],
    ['Cedar,cedar,,', 'refused'],
  ])('%s is %s', (text, expected) => expect(verdict(text)).toBe(expected))

  test('keeps a contact the file does not know', () => {
    const [row] = readCustomerFile('Company name,Domain\nBirch & Co,birch.example')
    expect(row && judge(row, surroundings)).toMatchObject({ name: 'Birch & Co', contactName: 'Bea' })
  })
})
