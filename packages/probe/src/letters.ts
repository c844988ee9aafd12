/** UTF-8 that was read as Latin-1 or windows-1252, and characters that were lost. */
const BROKEN = /\ufffd|[\u00d8-\u00db][\u0080-\u00bf\u0152-\u2122]/

/** Whether letters of a text have been destroyed on their way. */
export function isBroken(text: string): boolean {
  return BROKEN.test(text)
}

/** Whether a text has a Persian or Arabic letter. */
export function isPersian(text: string): boolean {
  return /\p{Script=Arabic}/u.test(text)
}
