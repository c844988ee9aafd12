import { join } from 'node:path'
import type { Logger } from '@siagh-sync/sync-core'
import type { Closings } from '../open/closings'
import { openRecorder, type Recorder } from './record-exchanges'

/**
 * A recorder for each company, or none without a folder. Several companies get a folder each, with a number for a name: the
 * name of a company is not written down. Rejects with one sentence if the folder cannot be used.
 */
export async function openRecording(
  folder: string | undefined,
  companies: number,
  logger: Logger,
  closings: Closings,
): Promise<readonly Recorder[]> {
  if (folder === undefined) return []
  const folders =
    companies === 1 ? [folder] : Array.from({ length: companies }, (_, index) => join(folder, `company-${index + 1}`))
  const recorders: Recorder[] = []
  for (const each of folders) recorders.push(await openRecorder(each, logger))
  closings.add('the recording', () => Promise.all(recorders.map((recorder) => recorder.idle())))
  return recorders
}
