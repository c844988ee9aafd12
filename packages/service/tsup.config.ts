import { library } from '../../tsup.base'

export default library({
  index: 'src/index.ts',
  api: 'src/api/index.ts',
  'config-file': 'src/config/config-kit.ts',
  'env-file': 'src/env-file/index.ts',
  http: 'src/http/index.ts',
  messages: 'src/messages/index.ts',
})
