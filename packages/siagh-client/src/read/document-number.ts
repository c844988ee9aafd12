// «به شماره 2488», "under the number 2488". Some screens put a half-space, a direction mark or a colon between the words.
const afterNumberWord = /به[\s\u200c\u200e\u200f]*شماره[\s\u200c\u200e\u200f:]*([0-9\u06F0-\u06F9\u0660-\u0669]+)/u

/**
 * The number of a saved document, from the first of Siagh's messages that tells one; it is answered nowhere else. Latin, Persian
 * and Arabic digits are read, and the number is given in Latin ones.
 */
export function findDocumentNumber(messages: readonly string[]): string | undefined {
  for (const message of messages) {
    const digits = afterNumberWord.exec(message)?.[1]
    if (digits !== undefined) return toLatinDigits(digits)
  }
  return undefined
}

function toLatinDigits(digits: string): string {
  // The value of a digit is the low four bits in all three blocks: U+0030, U+0660 and U+06F0.
  return digits.replace(/[^0-9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}
