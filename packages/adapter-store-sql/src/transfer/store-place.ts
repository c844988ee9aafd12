import type { CopiedTable } from './tables'

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, string | number | null>>

/** Reads what a store remembers, as it stands at one instant. */
export interface RowReader {
  /** At most `limit` rows behind `after`, in the order of the table's key. */
  read(table: CopiedTable, after: Row | undefined, limit: number): Promise<readonly Row[]>
}

/** Writes into a store that is being filled. */
export interface RowWriter extends RowReader {
  insert(table: CopiedTable, rows: readonly Row[]): Promise<void>
}

/** A place where a store is, or may be put. Every method rejects with one sentence that says what to do. */
export interface StorePlace {
  /** The file's path, or the database's address without its password, and the schema. */
  readonly name: string
  /** The path of the file; absent for a database. */
  readonly file?: string
  /** Whether there is nothing that could be lost: no store, or one that remembers nothing. */
  isEmpty(): Promise<boolean>
  /** Lets `use` read one consistent state while other processes write. Rejects where the store was moved, or is a backup. */
  read<T>(use: (rows: RowReader) => Promise<T>): Promise<T>
  /** Makes a store of what `use` writes: all of it once `use` has resolved, nothing where it rejects. */
  fill<T>(use: (rows: RowWriter) => Promise<T>): Promise<T>
  /**
   * Lets `use` read the store while nobody else can write. Once `use` has resolved the store is closed for good: whatever is still
   * written to it fails, and who opens it is sent to `movedTo`. Rejects where a process has it in use.
   */
  handOver<T>(movedTo: string, use: (rows: RowReader) => Promise<T>): Promise<T>
}
