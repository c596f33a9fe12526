/** Files on their way into one gallery: three at a time, resumable, paused and retried by hand. Without React. */
import { Upload } from 'tus-js-client'
import type { GalleryId, PhotoId } from '../../../common/ids.ts'
import { routes } from '../../../common/protocol/http.ts'
import { type RefusalCode, refusals } from '../../../common/refusals.ts'
import { Speed } from './speed.ts'

export type UploadState = 'waiting' | 'sending' | 'done' | 'failed'
export interface UploadItem {
  readonly photo: PhotoId
  readonly file: File
  readonly state: UploadState
  /** Bytes the server holds. */
  readonly sent: number
  readonly code: RefusalCode | null
}
export interface UploadProgress {
  readonly items: readonly UploadItem[]
  readonly paused: boolean
  /** Bytes a second, and milliseconds left at that speed; null before it is known. */
  readonly speed: number
  readonly left: number | null
}

/** Files sent at once. */
const atOnce = 3
/** Bytes of one request: a broken line costs no more than this. */
const chunkBytes = 8 * 1024 * 1024

export type Send = (item: UploadItem, gallery: GalleryId, events: SendEvents) => { stop(): void }
export interface SendEvents {
  readonly onProgress: (sent: number) => void
  readonly onDone: () => void
  readonly onFailed: (code: RefusalCode) => void
}

export class UploadQueue {
  readonly #gallery: GalleryId
  readonly #send: Send
  readonly #speed = new Speed()
  readonly #running = new Map<PhotoId, { stop(): void }>()
  readonly #listeners = new Set<() => void>()
  #items: readonly UploadItem[] = []
  #paused = false
  #progress: UploadProgress = { items: [], paused: false, speed: 0, left: null }

  constructor(gallery: GalleryId, send: Send = sendByTus) {
    this.#gallery = gallery
    this.#send = send
  }

  progress = (): UploadProgress => this.#progress

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  add(files: readonly { readonly photo: PhotoId; readonly file: File }[]): void {
    const fresh = files.map(({ photo, file }): UploadItem => ({ photo, file, state: 'waiting', sent: 0, code: null }))
    this.#items = [...this.#items.filter((item) => !files.some(({ photo }) => photo === item.photo)), ...fresh]
    this.#run()
  }

  pause(): void {
    this.#paused = true
    for (const [photo, upload] of this.#running) {
      upload.stop()
      this.#put(photo, { state: 'waiting' })
    }
    this.#running.clear()
    this.#speed.forget()
    this.#tell()
  }

  resume(): void {
    this.#paused = false
    this.#run()
  }

  /** Tries everything that broke off once more. */
  retry(): void {
    this.#items = this.#items.map((item) => (item.state === 'failed' ? { ...item, state: 'waiting', code: null } : item))
    this.#run()
  }

  /** Forgets what is done or failed; nothing is under way any more. */
  clear(): void {
    this.#items = this.#items.filter((item) => item.state === 'waiting' || item.state === 'sending')
    this.#tell()
  }

  #run(): void {
    if (!this.#paused) {
      const free = this.#items.filter((item) => item.state === 'waiting').slice(0, Math.max(0, atOnce - this.#running.size))
      for (const item of free) this.#start(item)
    }
    this.#tell()
  }

  #start(item: UploadItem): void {
    this.#put(item.photo, { state: 'sending' })
    const still = () => this.#items.find(({ photo }) => photo === item.photo)?.state === 'sending'
    const end = (change: Partial<UploadItem>) => {
      if (!still()) return
      this.#running.delete(item.photo)
      this.#put(item.photo, change)
      this.#run()
    }
    const upload = this.#send(item, this.#gallery, {
      onProgress: (sent) => {
        if (!still()) return
        const before = this.#items.find(({ photo }) => photo === item.photo)?.sent ?? 0
        this.#speed.add(sent - before, performance.now())
        this.#put(item.photo, { sent })
        this.#tell()
      },
      onDone: () => end({ state: 'done', sent: item.file.size }),
      onFailed: (code) => end({ state: 'failed', code }),
    })
    this.#running.set(item.photo, upload)
  }

  #put(photo: PhotoId, change: Partial<UploadItem>): void {
    this.#items = this.#items.map((item) => (item.photo === photo ? { ...item, ...change } : item))
  }

  #tell(): void {
    const speed = this.#speed.now(performance.now())
    const open = this.#items.filter((item) => item.state === 'waiting' || item.state === 'sending')
    const rest = open.reduce((sum, item) => sum + item.file.size - item.sent, 0)
    this.#progress = { items: this.#items, paused: this.#paused, speed, left: speed > 0 ? (rest / speed) * 1000 : null }
    for (const listener of this.#listeners) listener()
  }
}

/** The refusal in a failed answer of the upload door, or `retry` when the line broke. */
function codeOf(error: Error): RefusalCode {
  const body = 'originalResponse' in error ? (error.originalResponse as { getBody(): string } | null)?.getBody() : null
  if (!body) return 'retry'
  const found = /"code":"([a-z-]+)"/.exec(body)?.[1]
  return found && found in refusals ? (found as RefusalCode) : 'failed'
}

const sendByTus: Send = (item, gallery, events) => {
  const upload = new Upload(item.file, {
    endpoint: routes.uploads,
    chunkSize: chunkBytes,
    retryDelays: [500, 2_000, 5_000, 15_000],
    metadata: { gallery, photo: item.photo, filename: item.file.name },
    removeFingerprintOnSuccess: true,
    fingerprint: async () => `proofroom ${gallery} ${item.photo} ${item.file.size}`,
    onProgress: (sent) => events.onProgress(sent),
    onSuccess: () => events.onDone(),
    onError: (error) => events.onFailed(codeOf(error)),
    onShouldRetry: (error) => codeOf(error) === 'retry' || codeOf(error) === 'too-many',
  })
  void upload.findPreviousUploads().then(([before]) => {
    if (before) upload.resumeFromPreviousUpload(before)
    upload.start()
  })
  return { stop: () => void upload.abort() }
}
