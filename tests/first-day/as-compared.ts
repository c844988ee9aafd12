/** What differs from run to run. Everything else in the document is exactly what a command printed. */
const VARYING: readonly (readonly [RegExp, string])[] = [
  [/\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?/g, '<time>'],
  [/^\[\d\d:\d\d:\d\d\]/gm, '[<time>]'],
  [/the oldest for \d+ \w+/g, 'the oldest for <duration>'],
  [/fiscal year 1[45]\d\d/g, 'fiscal year <year>'],
  [/"delayMs":\d+/g, '"delayMs":<duration>'],
  // Whether it is known depends on when the contact list was read.
  [/,"recordId":"[^"]+"/g, ''],
]

/** A text without what differs from run to run. */
export function asCompared(text: string): string {
  return VARYING.reduce((rest, [varying, name]) => rest.replace(varying, name), text)
}
