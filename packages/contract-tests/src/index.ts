export { queueContract, type QueueContract } from './queue-contract'
export type { QueueUnderTest } from './queue-under-test'
export { storeContract, type StoreContract } from './store-contract'
export type { OtherProcess, StoreUnderTest } from './store-under-test'
