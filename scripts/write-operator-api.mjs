// Generates the OpenAPI document of the operator API from the code. With `--check` it writes nothing, and fails if the file is out of date.
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
