import { compareWithNote } from '@siagh-sync/adapter-store-sql/folder-note'
import type { Opened } from './open-sync'

/** Tells of an empty store in a folder where another one was in use. A store that cannot be asked is told by the command itself. */
export async function tellEarlierStore(
  { store, config: { company }, storePlace: place }: Pick<Opened, 'store' | 'config' | 'storePlace'>,
  folder: string,
  tell: (sentence: string) => void,
): Promise<void> {
  const compared = await compareWithNote(folder, { store, company, place })
  compared.map((sentence) => sentence !== undefined && tell(sentence)).unwrapOr(undefined)
}
