/** Uploads as the client's library sends them. */
import { DetailedError, Upload } from 'tus-js-client'
import type { GalleryId, PhotoId } from '../../common/ids.ts'
import { routes } from '../../common/protocol/http.ts'

export interface Sending {
  readonly url: string
  readonly cookie: string
  readonly gallery: GalleryId
  readonly photo: PhotoId
  readonly bytes: Uint8Array
  readonly filename?: string
  readonly chunkSize?: number
  readonly metadata?: Readonly<Record<string, string>>
  /** As proxies on the way add them. */
  readonly headers?: Readonly<Record<string, string>>
  /** Called after each chunk; true stops and leaves the upload unfinished. */
  readonly stopAfter?: (sent: number) => boolean
  /** Goes on with an upload instead of beginning one. */
  readonly uploadUrl?: string
}

/** `status` is that of the answer that ended it: 204 or 201 when it was accepted, 0 when it was stopped. */
export interface Sent {
  readonly status: number
  readonly body: string
  readonly uploadUrl: string | null
}

export function send(sending: Sending): Promise<Sent> {
  const { url, cookie, gallery, photo, bytes, filename = 'DSC_0001.jpg', chunkSize, metadata, headers, stopAfter, uploadUrl } = sending
  return new Promise((resolve, reject) => {
    let status = 0
    let body = ''
    const ended = () => resolve({ status, body, uploadUrl: upload.url })
    const upload = new Upload(Buffer.from(bytes), {
      endpoint: url + routes.uploads,
      ...(uploadUrl === undefined ? {} : { uploadUrl }),
      chunkSize: chunkSize ?? Number.POSITIVE_INFINITY,
      metadata: { gallery, photo, filename, ...metadata },
      headers: { cookie, origin: url, ...headers },
      retryDelays: [],
      storeFingerprintForResuming: false,
      onAfterResponse: (_request, response) => {
        status = response.getStatus()
        body = response.getBody()
      },
      onChunkComplete: (_size, sent) => {
        if (!stopAfter?.(sent)) return
        status = 0
        void upload.abort().then(ended, reject)
      },
      onSuccess: ended,
      onError: (error) => (error instanceof DetailedError && error.originalResponse ? ended() : reject(error)),
    })
    upload.start()
  })
}
