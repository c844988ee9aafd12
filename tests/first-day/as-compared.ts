/** What differs from run to run. Everything else in the document is exactly what a command printed. */
const VARYING: readonly (readonly [RegExp, string])[] = [
  [/\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?/g, '<time>'],
  // Whether find sorts by date shows only if the sandbox did not make all its records within one millisecond.
  [/^\d+ hold, (\d+) does not, \d+ cannot be seen/gm, '<count> hold, $1 does not, <count> cannot be seen'],
  [/\d{4}-\d\d-\d\d [\d:]*…/g, '<time>'],
  [/^\[\d\d:\d\d:\d\d\]/gm, '[<time>]'],
  [/the oldest for \d+ \w+/g, 'the oldest for <duration>'],
  [/fiscal year 1[45]\d\d/g, 'fiscal year <year>'],
  [/\(fiscalYear\)( +)\| 1[45]\d\d/g, '(fiscalYear)$1| <year>'],
  [/"delayMs":\d+/g, '"delayMs":<duration>'],
  // Whether it is known depends on when the contact list was read.
  [/,"recordId":"[^"]+"/g, ''],
]

/** A text without what differs from run to run. */
export function asCompared(text: string): string {
  return VARYING.reduce((rest, [varying, name]) => rest.replace(varying, name), text)
}

/** Whether a command left what the document shows. A line `…` of the document stands for lines that it leaves out. */
export function isAsShown(left: string, shown: string): boolean {
  const [first = '', ...others] = shown.split(/^…\n/m)
  if (others.length === 0) return left === shown
  if (!left.startsWith(first) || !left.endsWith(others.at(-1) ?? '')) return false
  let from = first.length
  return others.every((part) => {
    const at = part === others.at(-1) ? left.length - part.length : left.indexOf(part, from)
    const isThere = at >= from
    from = at + part.length
    return isThere
  })
}
