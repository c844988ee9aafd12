import { library } from '../../tsup.base'

export default library({
  index: 'src/index.ts',
  matching: 'src/matching/index.ts',
  'long-work': 'src/long-work/index.ts',
})
