const tables = ['mapping', 'inbox', 'journal', 'mark', 'lease', 'origin', 'gap', 'held_change']

interface Statement {
  readonly sql: string
  readonly values: (string | number)[]
}

/** A place in the form for a statement without bound values. */
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

const words = (place: string) => `this store was moved to ${place}`

/**
 * Closes a SQLite store for ever. Opening it gives an error that names `place`. A process that has it open cannot
 * write, even one of an older version.
 */
export function sqliteFence(place: string, movedAt: number): readonly Statement[] {
  const triggers = tables.flatMap((table) =>
    ['insert', 'update'].map((event) => ({
      sql: `create trigger siagh_sync_moved_${table}_${event} before ${event} on "${table}"
        begin select raise(abort, ${quoted(words(place))}); end`,
      values: [],
    })),
  )
  return [{ sql: 'insert into move (moved_at, place) values (?, ?)', values: [movedAt, place] }, ...triggers]
}

/** The same for a schema of PostgreSQL. The role must own its tables. */
export function postgresFence(schema: string, place: string): readonly string[] {
  const complaint = quoted(words(place).replaceAll('%', '%%'))
  return [
    `create function ${schema}.siagh_sync_moved() returns trigger language plpgsql as
      $fence$ begin raise exception ${complaint}; end $fence$`,
    ...tables.map(
      (table) => `create trigger siagh_sync_moved before insert or update on ${schema}.${table}
        for each statement execute function ${schema}.siagh_sync_moved()`,
    ),
  ]
}
