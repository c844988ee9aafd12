import { libraryWithOwnTypes } from '../../tsup.base'

export default libraryWithOwnTypes({ index: 'src/index.ts', messages: 'src/messages/index.ts' })
