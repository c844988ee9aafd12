import type { HeldChange, HeldWrite } from '../ports/store'

/** What a run does: it may write, it only notes what it would write, or it only shows that. */
export type RunMode = 'live' | 'shadow' | 'preview'

/** What happens to a write. */
export type Judgement =
  | 'send'
  /** It waits for an operator. */
  | 'hold'
  /** An operator has refused exactly this. */
  | 'refuse'
  /** It is only noted. */
  | 'note'
  /** It is only shown. */
  | 'show'

/** The facts that decide whether a write may be sent. */
export interface WriteCase {
  readonly mode: RunMode
  /** What is held of the record. */
  readonly known: HeldChange | null
  readonly write: HeldWrite
  readonly fingerprint: string
}

/**
 * Decides about a write. `rule`: nothing is known of the record that decides, so the site's rule does.
 *
 * A write that was held stays held until an operator decides, whatever the rule says meanwhile. A release and a
 * refusal are for exactly one content; any other content is a newer state, and it is held. Somebody may have typed a
 * record of the shadow into Siagh by hand, so nothing is created for it without an operator.
 */
export function judgeWrite({ mode, known, write, fingerprint }: WriteCase): Judgement | 'rule' {
  if (mode === 'shadow') return 'note'
  if (mode === 'preview') return 'show'
  switch (known?.state) {
    case undefined:
    case 'written':
      return 'rule'
    case 'shadow':
      return write === 'make_contact' || write === 'post_document' ? 'hold' : 'rule'
    case 'held':
      return 'hold'
    case 'released':
      return isSame(known, write, fingerprint) ? 'send' : 'hold'
    case 'refused':
      return isSame(known, write, fingerprint) ? 'refuse' : 'hold'
  }
}

/** Whether a held change is exactly this write. */
export function isSame(
  { write: heldWrite, fingerprint: heldFingerprint }: Pick<HeldChange, 'write' | 'fingerprint'>,
  write: HeldWrite,
  fingerprint: string,
): boolean {
  return heldWrite === write && heldFingerprint === fingerprint && fingerprint !== ''
}
