import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../shared/errors.ts'
import { type Sen, sen, senMax } from '../shared/rules/money.ts'
import { amountInWords, numberInWords, ordinalInWords, rupiahInWords } from '../shared/words.ts'

/** Reads words back into the digits they came from: the opposite of the program's own way. */
function readBack(text: string): bigint {
  const units: Record<string, bigint> = {
    nol: 0n,
    satu: 1n,
    dua: 2n,
    tiga: 3n,
    empat: 4n,
    lima: 5n,
    enam: 6n,
    tujuh: 7n,
    delapan: 8n,
    sembilan: 9n,
  }
  const scales: Record<string, bigint> = {
    ribu: 10n ** 3n,
    juta: 10n ** 6n,
    miliar: 10n ** 9n,
    triliun: 10n ** 12n,
    kuadriliun: 10n ** 15n,
  }
  const plain = text
    .replace('seribu', 'satu ribu')
    .replaceAll('seratus', 'satu ratus')
    .replaceAll('sepuluh', 'satu puluh')
    .replaceAll('sebelas', 'satu belas')
  let [whole, group, digit] = [0n, 0n, 0n]
  for (const word of plain.split(' ')) {
    const [unit, scale] = [units[word], scales[word]]
    if (unit !== undefined) digit = unit
    else if (scale !== undefined) [whole, group, digit] = [whole + (group + digit) * scale, 0n, 0n]
    else if (word === 'ratus') [group, digit] = [group + digit * 100n, 0n]
    else if (word === 'puluh') [group, digit] = [group + digit * 10n, 0n]
    else if (word === 'belas') [group, digit] = [group + digit + 10n, 0n]
    else throw new Error(`no number word: ${word}`)
  }
  return whole + group + digit
}

function reasonOf(work: () => unknown): string | undefined {
  try {
    work()
    return undefined
  } catch (refusal) {
    return refusal instanceof Refusal ? `${refusal.code} ${refusal.reason}` : String(refusal)
  }
}

describe('numbers in words', () => {
  it.each([
    ['0', 'nol'],
    ['1', 'satu'],
    ['10', 'sepuluh'],
    ['11', 'sebelas'],
    ['12', 'dua belas'],
    ['19', 'sembilan belas'],
    ['20', 'dua puluh'],
    ['21', 'dua puluh satu'],
    ['99', 'sembilan puluh sembilan'],
    ['100', 'seratus'],
    ['101', 'seratus satu'],
    ['111', 'seratus sebelas'],
    ['200', 'dua ratus'],
    ['999', 'sembilan ratus sembilan puluh sembilan'],
    ['1000', 'seribu'],
    ['1100', 'seribu seratus'],
    ['2000', 'dua ribu'],
    ['11000', 'sebelas ribu'],
    ['21000', 'dua puluh satu ribu'],
    ['100000', 'seratus ribu'],
    ['101000', 'seratus satu ribu'],
    ['111111', 'seratus sebelas ribu seratus sebelas'],
    ['1000000', 'satu juta'],
    ['1001000', 'satu juta seribu'],
    ['1000001', 'satu juta satu'],
    ['1000000000', 'satu miliar'],
    ['1000001000', 'satu miliar seribu'],
    ['1000000000000', 'satu triliun'],
    ['1000000000000000', 'satu kuadriliun'],
    ['007', 'tujuh'],
    ['-0', 'nol'],
    ['0.0', 'nol koma nol'],
    ['-0.5', 'min nol koma lima'],
    ['1.10', 'satu koma satu nol'],
  ])('%s is read "%s"', (number, text) => {
    expect(numberInWords(number)).toBe(text)
  })

  it('the longest number that has a name is read to its last digit', () => {
    expect(numberInWords('9'.repeat(18))).toMatch(/^sembilan ratus sembilan puluh sembilan kuadriliun .* sembilan$/)
  })

  it.each(['', ' ', 'abc', '1e3', '1,5', '.5', '5.', '+5', '--5', '1.2.3', '1 000', '١٢', '12\n', 'NaN'])(
    '%j is no number and is refused',
    (number) => {
      expect(reasonOf(() => numberInWords(number))).toBe('INVALID_INPUT not_a_number')
    },
  )

  it('a number without a name for its size is refused, not read wrongly', () => {
    expect(reasonOf(() => numberInWords(`1${'0'.repeat(18)}`))).toBe('INVALID_INPUT too_long')
    expect(reasonOf(() => numberInWords(`0.${'1'.repeat(31)}`))).toBe('INVALID_INPUT too_long')
  })

  it('the words of any whole number say that number again', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 18n - 1n), (number) => readBack(numberInWords(String(number))) === number),
      { numRuns: 5000 },
    )
  })

  it('every number to ten thousand is read as itself, in words of its own', () => {
    const texts = Array.from({ length: 10_001 }, (_, number) => numberInWords(String(number)))
    expect(texts.every((text, number) => readBack(text) === BigInt(number))).toBe(true)
    expect(new Set(texts).size).toBe(texts.length)
    expect(
      texts.filter(
        (text) => /satu (ribu|ratus|puluh|belas)$/.test(text) && !/puluh satu ribu|ratus satu ribu/.test(text),
      ),
    ).toEqual([])
  })
})

describe('ordinals', () => {
  it.each([
    ['1', 'pertama'],
    ['2', 'kedua'],
    ['10', 'kesepuluh'],
    ['11', 'kesebelas'],
    ['21', 'kedua puluh satu'],
    ['100', 'keseratus'],
    ['1000', 'keseribu'],
    ['01', 'pertama'],
  ])('number %s is "%s"', (number, text) => {
    expect(ordinalInWords(number)).toBe(text)
  })

  it.each(['0', '-1', '1.5', '', 'a'])('%j has no place in a row', (number) => {
    expect(reasonOf(() => ordinalInWords(number))).toBe('INVALID_INPUT not_an_ordinal')
  })
})

describe('amounts of money in words', () => {
  it.each([
    [0, 'nol rupiah'],
    [100, 'satu rupiah'],
    [100_000, 'seribu rupiah'],
    [125_000_000, 'satu juta dua ratus lima puluh ribu rupiah'],
    [50, 'lima puluh sen'],
    [150, 'satu rupiah lima puluh sen'],
    [100_001, 'seribu rupiah satu sen'],
    [-100_050, 'min seribu rupiah lima puluh sen'],
    [-1, 'min satu sen'],
    [senMax, 'sembilan puluh triliun rupiah'],
    [
      senMax - 1,
      'delapan puluh sembilan triliun sembilan ratus sembilan puluh sembilan miliar sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan rupiah sembilan puluh sembilan sen',
    ],
  ])('%d sen on a receipt: %s', (amount, text) => {
    expect(rupiahInWords(sen(amount))).toBe(text)
  })

  it.each([
    [0, 'nol'],
    [100_000, 'seribu'],
    [100_050, 'seribu koma lima nol'],
    [105, 'satu koma nol lima'],
    [-150, 'min satu koma lima nol'],
  ])('%d sen as a bare number: %s', (amount, text) => {
    expect(amountInWords(sen(amount))).toBe(text)
  })

  it('rupiah and sen of any amount can be read back from a receipt', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: senMax }), (amount) => {
        const [, rupiah = 'nol', cents = 'nol'] =
          /^(?:(.*?) rupiah)?(?: ?(.*) sen)?$/.exec(rupiahInWords(amount as Sen)) ?? []
        return readBack(rupiah) * 100n + readBack(cents) === BigInt(amount)
      }),
      { numRuns: 3000 },
    )
  })
})
