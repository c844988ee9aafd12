import express, { type Router } from 'express'
import * as z from 'zod'
import type { ShownHeld, Sync } from '@siagh-sync/sync-core'
import { saidBy, type Language } from '@siagh-sync/sync-core/messages'
import { serviceSaying } from '../messages/service-messages'
import { about, answer, listed, refuse } from './operation-kit'
import { languageOf, spoken } from './reader-language'

const seen = z.object({ fingerprint: z.string().min(1).exactOptional() })

/** The calls about writes that wait for an operator. */
export function heldOperations(router: Router, sync: Sync): void {
  router.get(
    '/held',
    listed((request, response, { page }) => answer(request, response, sync.held({}, page))),
  )
  router.get(
    '/held/:kind/:id',
    about((request, response, ref) => {
      const language = languageOf(request)
      return answer(
        request,
        response,
        sync.showHeld(ref).map((shown) => shownIn(language, shown)),
      )
    }),
  )
  router.post('/release', (request, response) => answer(request, response, sync.releaseAll()))
  for (const verdict of ['release', 'refuse'] as const)
    router.post(
      `/${verdict}/:kind/:id`,
      express.json(),
      about((request, response, ref) => {
        const body = seen.safeParse(request.body ?? {})
        if (!body.success)
          return refuse(request, response, serviceSaying('seen_not_understood', { example: '{"fingerprint":"…"}' }))
        const { fingerprint } = body.data
        return answer(
          request,
          response,
          sync[verdict](ref, fingerprint === undefined ? {} : { seen: fingerprint }),
          'not_held',
        )
      }),
    )
}

/** How the run would end, as an outcome or as an error in the language of the reader. */
function shownIn(language: Language, { result, ...shown }: ShownHeld) {
  if (result.isOk()) return { ...shown, outcome: result.value.outcome }
  return { ...shown, error: result.error.kind, ...spoken(saidBy(result.error).message, language) }
}
