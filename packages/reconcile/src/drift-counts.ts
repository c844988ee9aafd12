import type { Finding } from './judge-identity'
import type { Drift, ReconcileReport, ReconcileEvent } from './reconcile-events'

/** The counts of a reconcile so far. */
export interface DriftCounts {
  /** Notes that an identity was compared with its contact, if it has one. */
  readonly look: (finding: Finding) => void
  /** Counts a difference and returns its event. */
  readonly count: (drift: Drift) => ReconcileEvent
  readonly report: () => Omit<ReconcileReport, 'complete' | 'contacts'>
}

/** Creates empty counts. */
export function createDriftCounts(): DriftCounts {
  const drifts: Partial<Record<Drift['kind'], number>> = {}
  let identities = 0
  let compared = 0
  let repaired = 0
  return {
    look(finding) {
      identities += 1
      if (finding.kind === 'fields_differ' || (finding.kind === 'fine' && finding.compared)) compared += 1
    },
    count(drift) {
      drifts[drift.kind] = (drifts[drift.kind] ?? 0) + 1
      if (drift.repaired) repaired += 1
      return { kind: 'drift', drift }
    },
    report: () => ({ identities, compared, repaired, drift: { ...drifts } }),
  }
}
