import { queueContract } from '@siagh-sync/contract-tests'
import { openPostgresQueue } from '../../test/postgres-queue'

queueContract({
  name: 'BullMQ queue on PostgreSQL',
  create: async () => {
    const { queue, way, dispose } = await openPostgresQueue()
    return { queue, breakBackend: way.cut, dispose }
  },
})
