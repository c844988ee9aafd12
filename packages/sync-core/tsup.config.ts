import { libraryWithOwnTypes } from '../../tsup.base'

export default libraryWithOwnTypes({
  index: 'src/index.ts',
  matching: 'src/matching/index.ts',
  'long-work': 'src/long-work/index.ts',
  messages: 'src/messages/index.ts',
})
