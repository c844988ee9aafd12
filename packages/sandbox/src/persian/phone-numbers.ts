import { latinDigits } from './digits'

const mobile = /(?:0098|98|0)?(9\d{9})/g

/**
 * The mobile numbers in a field as ten digits from the 9 on, whichever way they were typed: several to a field, with both
 * digit sets, with `+98`, `0098`, `98`, `0` or nothing in front. Where none is found, all digits of the field count as one.
 */
export const mobilesIn = (text: string | null): string[] => {
  if (text === null || text === '') return []
  const parts = latinDigits(text)
    .split(/[,،;/\n]| - /)
    .map((part) => part.replace(/\D/g, ''))
  const found = parts.flatMap((part) => [...part.matchAll(mobile)].map((match) => match[1] ?? ''))
  return found.length > 0 ? found : parts.filter((part) => part !== '').slice(0, 1)
}

/** A landline as its digits without the country's prefix and the leading zero. */
export const foldedPhone = (text: string | null): string =>
  latinDigits(text ?? '')
    .replace(/\D/g, '')
    .replace(/^(0098|98|0)/, '')
