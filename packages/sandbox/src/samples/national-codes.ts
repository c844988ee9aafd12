import type { Random } from '../random'

const weighted = (digits: string, weights: readonly number[], shift = 0): number =>
  weights.reduce((sum, weight, index) => sum + weight * (Number(digits[index]) + shift), 0)

/** The last digit that makes nine digits a person's national code. */
const checkDigit = (nine: string): number => {
  const rest = weighted(nine, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11
  return rest < 2 ? rest : 11 - rest
}

const digits = (count: number, random: Random): string => Array.from({ length: count }, () => random.int(0, 9)).join('')

/** A person's national code of ten digits with a right checksum; a third of them begin with zeros, as those of Tehran do. */
export const nationalCode = (random: Random): string => {
  const nine = random.chance(1 / 3) ? `00${digits(7, random)}` : `${random.int(1, 9)}${digits(8, random)}`
  return `${nine}${checkDigit(nine)}`
}

/** The last digit that makes ten digits an organization's national id. */
const idCheckDigit = (ten: string): number => {
  const weights = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17]
  const rest = weighted(ten, weights, Number(ten[9]) + 2) % 11
  return rest === 10 ? 0 : rest
}

/** An organization's national id of eleven digits with a right checksum. */
export const nationalId = (random: Random): string => {
  const ten = `1${digits(9, random)}`
  return `${ten}${idCheckDigit(ten)}`
}

/** Whether ten or eleven Latin digits end with the right one. */
export const hasRightChecksum = (code: string): boolean => {
  if (!/^\d{10,11}$/.test(code)) return false
  const checked = code.length === 10 ? checkDigit(code) : idCheckDigit(code)
  return Number(code.slice(-1)) === checked
}

/** A code as hands and spreadsheets leave it: mostly right, its leading zeros lost, or one digit wrong. */
export const untidyCode = (code: string, random: Random): string => {
  if (random.chance(0.1)) return `${code.slice(0, -1)}${(Number(code.slice(-1)) + 1) % 10}`
  return random.chance(0.5) ? code.replace(/^0+/, '') : code
}
