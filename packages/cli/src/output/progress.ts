import { SingleBar } from 'cli-progress'
import type { Progress } from '@siagh-sync/sync-core'
import type { Io } from '../io'
import type { Speech } from '../speech/speech'

/** Shows how far a long piece of work is, on stderr. */
export interface ProgressDisplay {
  show(phase: string, progress: Progress): void
  /** Takes the bar away, so that something else can be written. */
  clear(): void
}

const PLAIN_EVERY_MS = 10_000

/** Shows nothing. For `--json`, which a program reads. */
export const noProgress: ProgressDisplay = { show() {}, clear() {} }

/** A bar on a terminal; elsewhere a line for each phase, and another every ten seconds. */
export function createProgressDisplay({ stderr }: Io, speech: Speech): ProgressDisplay {
  return stderr.isTTY === true ? barsOn(stderr, speech) : linesOn(stderr, speech)
}

function barsOn(stream: Io['stderr'], speech: Speech): ProgressDisplay {
  let bar: SingleBar | undefined
  let shown = ''
  const clear = () => {
    bar?.stop()
    bar = undefined
  }
  return {
    show(phase, progress) {
      if (!bar || phase !== shown) {
        clear()
        bar = new SingleBar({
          stream,
          clearOnComplete: true,
          hideCursor: true,
          barsize: 24,
          // The work itself reports rate and time left. The library's own values would start again with each bar.
          format: progress.total === undefined ? '{phase} {value}{rate}' : '{phase} {bar} {value}/{total}{rate}{left}',
          barCompleteChar: '█',
          barIncompleteChar: '░',
        })
        bar.start(progress.total ?? 0, 0, textsOf(speech, phase, progress))
        shown = phase
      }
      if (progress.total !== undefined) bar.setTotal(progress.total)
      bar.update(progress.done, textsOf(speech, phase, progress))
    },
    clear,
  }
}

function linesOn(stream: Io['stderr'], speech: Speech): ProgressDisplay {
  let shown = ''
  let at = 0
  return {
    show(phase, progress) {
      if (phase === shown && Date.now() - at < PLAIN_EVERY_MS) return
      shown = phase
      at = Date.now()
      const { rate, left } = textsOf(speech, phase, progress)
      const count = progress.total === undefined ? progress.done : `${progress.done}/${progress.total}`
      stream.write(progress.done === 0 ? `${phase}\n` : `${phase} ${count}${rate}${left}\n`)
    },
    clear() {},
  }
}

function textsOf(speech: Speech, phase: string, { perSecond, leftMs }: Progress) {
  const count = perSecond < 10 ? perSecond.toFixed(1) : String(Math.round(perSecond))
  return {
    phase,
    rate: perSecond > 0 ? speech.list(['', speech.say('per_second', { count })]) : '',
    left: leftMs === undefined ? '' : speech.list(['', speech.say('left', { duration: speech.duration(leftMs) })]),
  }
}
