/** How often something occurs. */
export interface LabelCount {
  /** As the server writes it. `''`: the field is empty. */
  readonly label: string
  readonly count: number
}

/** Counts equal labels, the most frequent first. */
export function countLabels(labels: Iterable<string | undefined>): readonly LabelCount[] {
  const counts = new Map<string, number>()
  for (const each of labels) {
    const label = each ?? ''
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  return [...counts]
    .map(([label, count]) => ({ label, count }))
    .sort((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1))
}
