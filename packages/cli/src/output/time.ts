// Both servers, and the people who look at them, go by it.
const tehran = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tehran',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** `2025-11-25` and `17:33:20`: the day and the time in Tehran. */
export function partsOf(at: number | Date): { readonly date: string; readonly time: string } {
  const [date = '', time = ''] = tehran.format(at).split(' ')
  return { date, time }
}

/** `2025-11-25T14:03:20.000Z`, for JSON. */
export function isoTime(at: number): string {
  return new Date(at).toISOString()
}
