import { runSeed } from './run-seed'
const from = Number(process.argv[2] ?? 1), to = Number(process.argv[3] ?? from)
let total = 0
for (let s = from; s <= to; s++) {
  const v = await runSeed(s, { keepTrace: from === to })
  total += v.tookMs
  if (from === to) console.log(v.trace.join('\n'))
  if (v.violations.length || from===to) console.log(s, v.hash, v.steps, Math.round(v.tookMs), v.violations.slice(0, 4))
}
console.log('avg ms', total / (to - from + 1))
process.exit(0)
