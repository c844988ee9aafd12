import { library } from '../../tsup.base'

export default library({ index: 'src/index.ts', process: 'src/process/index.ts' })
