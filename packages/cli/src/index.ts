// What a configuration file is written with: nothing else has to be installed beside the command.
export * from '@siagh-sync/service/config-file'
