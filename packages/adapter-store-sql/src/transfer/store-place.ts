import type { CopiedTable } from './tables'

/** A row, by column names. */
export type Row = Readonly<Record<string, string | number | null>>

/** Reads the content of a store at one instant. */
export interface RowReader {
  /** At most `limit` rows after `after`, in the order of the table's key. */
  read(table: CopiedTable, after: Row | undefined, limit: number): Promise<readonly Row[]>
}

/** Writes into a store that is being filled. */
export interface RowWriter extends RowReader {
  insert(table: CopiedTable, rows: readonly Row[]): Promise<void>
}

/** A place that holds a store, or can hold one. Every method rejects with one sentence that says what to do. */
export interface StorePlace {
  /** The path of the file, or the address of the database without its password, with the schema. */
  readonly name: string
  /** The path of the file. Absent: it is a database. */
  readonly file?: string
  /** Whether nothing can be lost here: there is no store, or an empty one. */
  isEmpty(): Promise<boolean>
  /**
   * Lets `use` read one consistent state while other processes write. Rejects if the store was moved to another
   * place, or is a backup.
   */
  read<T>(use: (rows: RowReader) => Promise<T>): Promise<T>
  /** Makes a store of what `use` writes: all of it after `use` has resolved, and nothing if `use` rejects. */
  fill<T>(use: (rows: RowWriter) => Promise<T>): Promise<T>
  /**
   * Lets `use` read the store while nobody else can write. After `use` has resolved, the store is closed for ever:
   * every write to it fails, and opening it gives an error that names `movedTo`. Rejects if a process has the store
   * in use.
   */
  handOver<T>(movedTo: string, use: (rows: RowReader) => Promise<T>): Promise<T>
}
