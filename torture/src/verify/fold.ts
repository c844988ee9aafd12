/** A name without what many hands write differently: letters of two alphabets, half-spaces, spaces. */
export const foldName = (name: string | null): string =>
  (name ?? '')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replace(/[\s\u200C]/g, '')

/** The last ten digits of a telephone number; `''` where there is none. */
export const foldNumber = (number: string | null): string => latinDigits(number).slice(-10)

/** A national code without leading zeros. */
export const foldCode = (code: string | null): string => latinDigits(code).replace(/^0+/, '')

/** Persian digits begin at U+06F0, Arabic ones at U+0660. */
function latinDigits(text: string | null): string {
  const latin = (text ?? '').replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
  return latin.replace(/\D/g, '')
}
