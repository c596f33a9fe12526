/** Resumable uploads of originals into photos that were announced. The protocol is the library's; who may is the gallery's. */
import { EVENTS, Server as TusServer } from '@tus/server'
import { type Request, type Response, Router } from 'express'
import type { PersonId } from '../../common/ids.ts'
import { originalBytes } from '../../common/limits.ts'
import { routes, uploadMetadata } from '../../common/protocol/http.ts'
import type { Result } from '../../common/result.ts'
import { systemClock } from '../clock.ts'
import type { Galleries } from '../galleries/api.ts'
import type { Ingest } from '../ingest/ingest.ts'
import type { Log } from '../log.ts'
import type { Clock } from '../ports.ts'
import { sendRefusal } from './answers.ts'
import { answerOf, refusalOf, refused } from './upload-errors.ts'
import { areUploadHeaders, leaveOutScheme } from './upload-headers.ts'
import { UploadQuota } from './upload-quota.ts'
import { mayUploadInto } from './upload-rules.ts'
import { createUploadStore, type KeptUpload, type UploadStore, uploadId } from './upload-store.ts'

export interface UploadsDeps {
  readonly ingest: Ingest
  readonly galleries: Pick<Galleries, 'state' | 'viewer'>
  readonly person: (req: Request) => PersonId | null
  /** For unfinished uploads; on the same file system as the originals. */
  readonly folder: string
  readonly log: Log
  readonly clock?: Clock
}

interface Door extends UploadsDeps {
  readonly store: UploadStore
  readonly quota: UploadQuota
}

/** Milliseconds between two looks for uploads nobody went on with. */
const sweepEvery = 60 * 60_000
const methods = ['POST', 'PATCH', 'HEAD', 'DELETE', 'OPTIONS']

export function uploadsRouter(deps: UploadsDeps): Router {
  const store = createUploadStore(deps.folder)
  const door: Door = { ...deps, store, quota: new UploadQuota(store, deps.clock ?? systemClock) }
  const tus = createTus(door)
  keepTidy(door)
  const router = Router()
  router.all([routes.uploads, `${routes.uploads}/:id`], async (req, res) => {
    const person = deps.person(req)
    if (!person) return sendRefusal(res, { code: 'sign-in-needed' })
    const id = req.params.id === undefined ? undefined : String(req.params.id)
    if (!methods.includes(req.method) || (id !== undefined && !uploadId.test(id))) return sendRefusal(res, { code: 'not-found' })
    if (!areUploadHeaders(req.method, req.headers)) return sendRefusal(res, { code: 'malformed' })
    if (id !== undefined && (await answered(door, { req, res, id, person }))) return
    res.type('json')
    leaveOutScheme(req)
    await tus.handle(req, res)
  })
  return router
}

interface Ask {
  readonly req: Request
  readonly res: Response
  readonly id: string
  readonly person: PersonId
}

/** Somebody else's upload is none. One whose bytes are all here is finished when it is asked about, and stays finished. */
async function answered(door: Door, { req, res, id, person }: Ask): Promise<boolean> {
  const kept = await door.store.get(id)
  if (kept?.binding.person !== person) {
    sendRefusal(res, { code: 'not-found' })
    return true
  }
  if (req.method !== 'HEAD' || !kept.complete) return false
  const result = await finish(door, kept)
  if (!result.ok) sendRefusal(res, result.refusal)
  else
    res
      .set({
        'Tus-Resumable': '1.0.0',
        'Upload-Offset': String(kept.size),
        'Upload-Length': String(kept.size),
        'Cache-Control': 'no-store',
      })
      .end()
  return true
}

/** Done once however often it is called: the version was chosen when the upload began. */
async function finish({ galleries, ingest, store }: Door, { id, binding, path }: KeptUpload): Promise<Result<void>> {
  const { gallery, photo, person, version } = binding
  const allowed = await mayUploadInto(galleries, person, binding)
  const result = allowed.ok ? await ingest.accept({ gallery, photo, person, path, version }) : allowed
  if (!result.ok && result.refusal.code !== 'retry') await store.drop(id)
  return result
}

function createTus(door: Door): TusServer {
  const { galleries, ingest, log, store } = door
  const tus = new TusServer({
    path: routes.uploads,
    datastore: store.files,
    relativeLocation: true,
    maxSize: originalBytes,
    allowedOrigins: () => false,
    disableTerminationForFinishedUploads: true,
    async onUploadCreate(req, upload) {
      const read = uploadMetadata.safeParse(upload.metadata)
      const person = personOf(door, req)
      if (!read.success || !person || upload.size === undefined) throw refused({ code: 'malformed' })
      const allowed = await mayUploadInto(galleries, person, read.data)
      if (!allowed.ok) throw refused(allowed.refusal)
      const room = await door.quota.take({ id: upload.id, person, size: upload.size })
      if (!room.ok) throw refused(room.refusal)
      return { metadata: { ...read.data, person, version: ingest.version() } }
    },
    async onUploadFinish(_req, upload) {
      const kept = await store.get(upload.id)
      if (!kept) throw refused({ code: 'not-found' })
      const result = await finish(door, kept)
      if (!result.ok) throw refused(result.refusal)
      return {}
    },
    onResponseError(_req, error) {
      const refusal = refusalOf(error)
      if (!refusal) log.error({ err: error }, 'an upload failed')
      return answerOf(refusal ?? { code: 'failed' })
    },
  })
  tus.on(EVENTS.POST_CREATE, (_req, upload) => door.quota.begun(upload.id))
  return tus
}

/** The library hands its hooks a web request around the one express was given. */
function personOf(
  door: Door,
  req: { readonly runtime?: { readonly node?: { readonly req: unknown } | undefined } | undefined },
): PersonId | null {
  return door.person(req.runtime?.node?.req as Request)
}

/** What was complete when the server stopped is finished at its next start; what was left unfinished is dropped in time. */
function keepTidy(door: Door): void {
  const { store, clock = systemClock, ingest, log } = door
  const look = async () => {
    await store.sweep(clock)
    for (const id of await store.ids()) {
      const kept = ingest.closing() ? null : await store.get(id)
      if (kept?.complete) await finish(door, kept)
    }
  }
  const safely = () => {
    look().catch((err: unknown) => {
      if (!ingest.closing()) log.error({ err }, 'unfinished uploads could not be looked through')
    })
  }
  safely()
  setInterval(safely, sweepEvery).unref()
}
