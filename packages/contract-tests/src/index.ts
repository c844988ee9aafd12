export { queueContract, type QueueContract, type QueueUnderTest } from './queue-contract'
export { storeContract, type StoreContract, type StoreUnderTest } from './store-contract'
