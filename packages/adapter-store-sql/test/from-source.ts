/** The options of a Node that runs TypeScript, and takes our packages from their sources. */
export const FROM_SOURCE = ['--conditions=@siagh-sync/source', '--import', 'tsx']
