/** The middle of the figures; of an even number the mean of the two in the middle. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const below = sorted[Math.floor((sorted.length - 1) / 2)]
  const above = sorted[Math.ceil((sorted.length - 1) / 2)]
  if (below === undefined || above === undefined) throw new RangeError('median needs at least one figure')
  return (below + above) / 2
}

/** Measures all contestants in turn, A, B, A, B, …, so that whatever else the machine does meets them alike. */
export async function alternate<Name extends string, Figure>(
  rounds: number,
  contestants: Readonly<Record<Name, () => Promise<Figure>>>,
): Promise<Readonly<Record<Name, readonly Figure[]>>> {
  const names = Object.keys(contestants) as Name[]
  const figures = new Map<Name, Figure[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) figures.get(name)?.push(await contestants[name]())
  }
  return Object.fromEntries(figures) as Record<Name, Figure[]>
}

/** What one contestant reached of the other, round by round: neighbours in time are compared with each other. */
export function shares(of: readonly number[], among: readonly number[]): readonly number[] {
  return of.map((figure, round) => figure / (among[round] ?? Number.NaN))
}
