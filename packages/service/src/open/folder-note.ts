import { compareWithNote, type StoreInUse } from '@siagh-sync/adapter-store-sql/folder-note'
import type { Saying } from '@siagh-sync/sync-core/messages'

/**
 * Reports an empty store in a folder where another store was in use before. If the store does not answer, nothing is
 * reported here: the next step reports it.
 */
export async function compareFolderNote(
  folder: string,
  inUse: StoreInUse,
  tell: (message: Saying) => void,
): Promise<void> {
  const compared = await compareWithNote(folder, inUse)
  compared.map((message) => message !== undefined && tell(message)).unwrapOr(undefined)
}
