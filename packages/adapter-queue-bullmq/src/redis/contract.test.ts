import { queueContract } from '@siagh-sync/contract-tests'
import { openRedisQueue } from '../../test/redis-queue'

queueContract({
  name: 'BullMQ queue on Redis',
  create: async () => {
    const { queue, way, dispose } = await openRedisQueue()
    return { queue, breakBackend: way.cut, dispose }
  },
})
