import { checkMutants } from './mutants/check-mutants'
import { hunt } from './mutants/hunt'
import { readOptions, usage, type Options } from './options'
import { replay } from './replay'
import { print } from './report/print'
import { runMany } from './run-many'

async function run(options: Options): Promise<0 | 1> {
  switch (options.mode) {
    case 'seeds':
      return runMany(options)
    case 'replay':
      return replay(options)
    case 'mutants':
      return options.check ? checkMutants() : hunt(options)
    case 'help':
      print(usage)
      return 0
  }
}

process.exitCode = await run(readOptions(process.argv.slice(2)))
