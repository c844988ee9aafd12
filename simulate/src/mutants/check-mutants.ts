import { print } from '../report/print'
import { ROOT } from './copy-repository'
import { applyMutant, listMutants } from './patches'

/** Sees that every planted fault still fits the code. Answers the exit code. */
export function checkMutants(): 0 | 1 {
  const stale = listMutants().flatMap((name) => {
    const problem = applyMutant(name, ROOT, ['--check'])
    return problem === undefined ? [] : [`${name} does not apply: ${problem}`]
  })
  for (const line of stale) print(line)
  if (stale.length === 0) print('every mutant applies')
  return stale.length === 0 ? 0 : 1
}
