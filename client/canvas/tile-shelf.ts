/** Tiles as bitmaps: what views want now is fetched a few at a time, what nobody wants any more is cancelled, what was seen lately is kept. */

export interface TileWish {
  /** Most urgent first. */
  readonly urls: readonly string[]
  /** For a photo nobody looks at yet: after all that is looked at. */
  readonly ahead: boolean
}

/** Requests under way. The browser itself allows six to a server, and renditions want some. */
const atOnce = 4
/** Bitmaps kept beyond what is wanted: 4 MB each. */
const keptBeyond = 32
/** Milliseconds before asking again for what could not be had just now, or was not there. */
const soon = 1_200
const later = 15_000

type Fetched = { readonly bitmap: ImageBitmap } | { readonly again: number }

export class TileShelf {
  readonly #kept = new Map<string, ImageBitmap>()
  readonly #coming = new Map<string, AbortController>()
  readonly #wishes = new Map<object, TileWish>()
  /** Not before this time, milliseconds. */
  readonly #notBefore = new Map<string, number>()
  /** Originals known to be cut: until the first tile is here, one request waits instead of all. */
  readonly #cut = new Set<string>()
  readonly #listeners = new Set<() => void>()
  #timer: ReturnType<typeof setTimeout> | null = null
  #changes = 0

  get(url: string): ImageBitmap | null {
    return this.#kept.get(url) ?? null
  }

  /** Counts what arrived: a snapshot for views. */
  readonly changes = (): number => this.#changes

  readonly listen = (changed: () => void): (() => void) => {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  /** What `view` wants from now on; null: nothing any more. */
  want(view: object, wish: TileWish | null): void {
    if (wish && wish.urls.length > 0) this.#wishes.set(view, wish)
    else this.#wishes.delete(view)
    const all = new Set(this.#wanted())
    for (const [url, request] of this.#coming) if (!all.has(url)) request.abort()
    for (const url of all) this.#use(url)
    this.#trim(all)
    this.#pump()
  }

  /** In turn from every view, what is looked at first. */
  #wanted(): readonly string[] {
    return [false, true].flatMap((ahead) => {
      const lists = [...this.#wishes.values()].filter((wish) => wish.ahead === ahead).map(({ urls }) => urls)
      const longest = Math.max(0, ...lists.map(({ length }) => length))
      return Array.from({ length: longest }, (_, i) => lists.flatMap((urls) => urls[i] ?? [])).flat()
    })
  }

  #pump(): void {
    const now = Date.now()
    let next = Number.POSITIVE_INFINITY
    const asked = new Set([...this.#coming.keys()].map(originalOf))
    for (const url of this.#wanted()) {
      if (this.#coming.size >= atOnce) break
      if (this.#kept.has(url) || this.#coming.has(url)) continue
      const from = this.#notBefore.get(url) ?? 0
      if (from > now) next = Math.min(next, from)
      else if (this.#cut.has(originalOf(url)) || !asked.has(originalOf(url))) {
        asked.add(originalOf(url))
        void this.#fetch(url)
      }
    }
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = next < Number.POSITIVE_INFINITY ? setTimeout(() => this.#pump(), next - now) : null
  }

  async #fetch(url: string): Promise<void> {
    const request = new AbortController()
    this.#coming.set(url, request)
    const got = await fetched(url, request.signal)
    this.#coming.delete(url)
    if (got && 'bitmap' in got) {
      this.#kept.set(url, got.bitmap)
      this.#cut.add(originalOf(url))
      this.#notBefore.delete(url)
      this.#changes++
      for (const tell of this.#listeners) tell()
    } else if (got) this.#notBefore.set(url, Date.now() + got.again)
    this.#pump()
  }

  #use(url: string): void {
    const bitmap = this.#kept.get(url)
    if (!bitmap) return
    this.#kept.delete(url)
    this.#kept.set(url, bitmap)
  }

  /** Never closed by hand: a canvas may still draw one. */
  #trim(wanted: ReadonlySet<string>): void {
    let over = this.#kept.size - wanted.size - keptBeyond
    for (const url of this.#kept.keys()) {
      if (over <= 0) break
      if (wanted.has(url)) continue
      this.#kept.delete(url)
      over--
    }
  }
}

const originalOf = (url: string): string => url.slice(0, url.indexOf('/tile/'))

/** Null when it was cancelled. */
async function fetched(url: string, signal: AbortSignal): Promise<Fetched | null> {
  try {
    const answer = await fetch(url, { signal })
    if (!answer.ok) return { again: answer.status === 404 ? later : soon }
    return { bitmap: await createImageBitmap(await answer.blob()) }
  } catch {
    return signal.aborted ? null : { again: soon }
  }
}

/** One for the page: views that show the same photo share its tiles. */
export const tileShelf = new TileShelf()
