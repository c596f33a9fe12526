/** What a page tells the worker. The worker takes nobody's word for who this browser is: it asks the server. */
export type WorkerMessage =
  /** A page came in as this person. */
  | { readonly type: 'here'; readonly person: string }
  /** Addresses of pictures it showed before there was a worker. */
  | { readonly type: 'visited'; readonly urls: readonly string[] }
  /** Photos went out of sight. */
  | { readonly type: 'gone'; readonly photos: readonly string[] }
  /** A gallery is shared no more. */
  | { readonly type: 'closed'; readonly gallery: string }
  /** A page shows this gallery: pictures of photos that are not named are out of sight. */
  | { readonly type: 'sees'; readonly gallery: string; readonly photos: readonly string[] }

const isText = (value: unknown): value is string => typeof value === 'string'
const areTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText)

export function readMessage(data: unknown): WorkerMessage | null {
  if (typeof data !== 'object' || data === null || !('type' in data)) return null
  const { type } = data
  if (type === 'here' && 'person' in data && isText(data.person)) return { type, person: data.person }
  if (type === 'visited' && 'urls' in data && areTexts(data.urls)) return { type, urls: data.urls }
  if (type === 'gone' && 'photos' in data && areTexts(data.photos)) return { type, photos: data.photos }
  if (!('gallery' in data) || !isText(data.gallery)) return null
  if (type === 'closed') return { type, gallery: data.gallery }
  return type === 'sees' && 'photos' in data && areTexts(data.photos) ? { type, gallery: data.gallery, photos: data.photos } : null
}
