import { compareWithNote, type StoreInUse } from '@siagh-sync/adapter-store-sql/folder-note'

/** Tells of an empty store in a folder where another one was in use. A store that cannot be asked is told by whatever is done next. */
export async function compareFolderNote(
  folder: string,
  inUse: StoreInUse,
  tell: (sentence: string) => void,
): Promise<void> {
  const compared = await compareWithNote(folder, inUse)
  compared.map((sentence) => sentence !== undefined && tell(sentence)).unwrapOr(undefined)
}
