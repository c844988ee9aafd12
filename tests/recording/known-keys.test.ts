import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { expect, it } from 'vitest'
import { isKnownKey } from '../../packages/service/src/recording/known-keys'

/** The names of all fields and parameters in a part of an OpenAPI description. */
function namesIn(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return []
  const { properties, parameters }: { properties?: object; parameters?: unknown } = part
  const inPlace = Array.isArray(parameters) ? (parameters as { name?: string }[]) : []
  return [
    ...Object.keys(properties ?? {}),
    ...inPlace.flatMap(({ name }) => (name === undefined ? [] : [name])),
    ...Object.values(part).flatMap(namesIn),
  ]
}

it.each([
  ['siagh-client/openapi/siagh.yaml', 60],
  ['crm-client/openapi/payamgostar.yaml', 120],
])('a recording keeps the name of every field of %s', (file, least) => {
  const description: unknown = parse(readFileSync(new URL(`../../packages/${file}`, import.meta.url), 'utf8'))
  const names = [...new Set(namesIn(description))]
  expect(names.length).toBeGreaterThan(least)
  expect(names.filter((name) => !isKnownKey(name))).toEqual([])
})
