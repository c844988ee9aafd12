// Writes the OpenAPI document of the operator API as the code describes it. `--check` says whether the file is the same.
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { describeApi } from '../packages/service/src/api'
import { format } from 'prettier'

const FILE = 'packages/service/openapi/operator-api.json'

const text = await format(JSON.stringify(await describeApi()), { parser: 'json', printWidth: 120 })
if (!process.argv.includes('--check')) writeFileSync(FILE, text)
else if (readFileSync(FILE, 'utf8') !== text) {
  process.stderr.write(`${FILE} is not what the code says: run pnpm generate:operator-api\n`)
  process.exitCode = 1
}
