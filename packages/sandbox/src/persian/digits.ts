/** Persian (U+06F0..) and Arabic (U+0660..) digits as Latin ones. */
export const latinDigits = (text: string): string =>
  text.replace(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))

/** Latin digits as Persian ones. */
export const persianDigits = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCodePoint(0x06f0 + Number(digit)))

/** Latin digits as Arabic ones. */
export const arabicDigits = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCodePoint(0x0660 + Number(digit)))
