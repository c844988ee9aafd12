/** A name without what many hands write differently: letters of two alphabets, half-spaces, spaces. */
export function foldName(name: string | null): string {
  return (name ?? '')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replace(/[\s\u200C]/g, '')
}

/** A telephone number without what comes before its last ten digits; `''` where there is none. */
export function foldNumber(number: string | null): string {
  return latinDigits(number).replace(/\D/g, '').slice(-10)
}

/** A national code without leading zeros, since spreadsheets lose them. */
export function foldCode(code: string | null): string {
  return latinDigits(code).replace(/\D/g, '').replace(/^0+/, '')
}

/** Persian digits begin at U+06F0, Arabic ones at U+0660. */
function latinDigits(text: string | null): string {
  return (text ?? '').replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}
