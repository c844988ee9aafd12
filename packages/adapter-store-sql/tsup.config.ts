import { library } from '../../tsup.base'

export default library({ sqlite: 'src/sqlite/index.ts' })
