import { library } from '../../tsup.base'

export default library({
  sqlite: 'src/sqlite/index.ts',
  postgres: 'src/postgres/index.ts',
  transfer: 'src/transfer/index.ts',
  'folder-note': 'src/folder-note/index.ts',
  messages: 'src/messages/index.ts',
})
