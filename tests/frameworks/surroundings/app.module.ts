import 'reflect-metadata'
import { Module } from '@nestjs/common'

/** Stands for the reader's own application. */
export class AppModule {
  onModuleInit(): void {
    process.stdout.write('the reader’s own application has started\n')
  }
}
Module({})(AppModule)
