import Database from 'better-sqlite3'

// A process of its own: takes the write lock of a file, says so, and gives it back when its stdin ends.
const database = new Database(process.argv[2])
database.exec('BEGIN IMMEDIATE')
process.stdout.write('held\n')
process.stdin.on('end', () => {
  database.exec('ROLLBACK')
  database.close()
})
process.stdin.resume()
