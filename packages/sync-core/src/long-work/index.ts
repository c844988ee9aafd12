// Work that takes minutes and concerns a whole company. For packages that do such work.
export { eventsOf, type Work } from './work'
export { createPace } from './progress'
export { inParallel } from './in-parallel'
export { pause } from '../run/pause'
export { contain } from '../run/contain'
export { askedPauseMs } from '../handle/asked-pause'

export { takeLease, type TakenLease } from '../run/take-lease'
export { busy } from '../run/busy'
export { withRecord } from '../run/with-record'
export { refusalError } from '../run/mapping-record'
export { keepTrying } from '../run/keep-trying'
export { sendWhileHeld } from '../write-once'
export { inTurns } from '../run/turns'
export type { Calls } from '../run/calls'

export { noteAndEnqueue } from '../receive/note-and-enqueue'
export { allInDoubt } from '../operate/list-in-doubt'
