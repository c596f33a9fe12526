/**
 * Pictures this browser has fetched, kept for one person: whoever the server last said this browser is. With a connection each one is
 * still asked for; what is kept stands in only while there is none.
 */
import { askedOf, type PictureAddress, verdictOn } from './asked.ts'
import { type Kept, Ledger } from './ledger.ts'

export interface PicturesOptions {
  readonly caches: CacheStorage
  fetch(request: Request): Promise<Response>
  /** Who this browser is; undefined while the server cannot be asked. */
  ask(): Promise<string | null | undefined>
  readonly origin: string
  now(): number
  /** Bytes. */
  readonly most: number
}

const prefix = 'proofroom-pictures-'
/** Where the ledger and the name of its owner lie, beside the pictures. */
const ledgerAt = '/kept-pictures'

interface Open {
  readonly person: string
  readonly cache: Cache
  readonly ledger: Ledger
}

export class Pictures {
  readonly #options: PicturesOptions
  /** Who the server said this browser is, since something might have changed it. */
  #sure: string | null | undefined
  #open: { readonly person: string; readonly shelf: Promise<Open> } | null = null
  #era = 0
  #asking: Promise<string | null | undefined> | null = null
  #unwritten: Open | null = null
  #writing: Promise<void> | null = null

  constructor(options: PicturesOptions) {
    this.#options = options
  }

  /** `meanwhile` keeps the worker alive for work nobody waits for. */
  async answer(request: Request, meanwhile: (work: Promise<unknown>) => void): Promise<Response> {
    const era = this.#era
    const network = await this.#options.fetch(request).catch(() => null)
    const whole = !request.headers.has('range')
    const verdict = network ? verdictOn(network.status, whole) : 'away'
    if (verdict === 'away') return (await this.#kept(request.url).catch(() => null)) ?? network ?? Response.error()
    if (!network) return Response.error()
    if (verdict === 'keep') meanwhile(this.#keep(request.url, network.clone(), era).catch(() => undefined))
    if (verdict === 'drop') await this.#drop(([url]) => url === request.url).catch(() => undefined)
    return network
  }

  /** Pictures a page showed before this worker stood between it and the server. */
  async visited(urls: readonly string[]): Promise<void> {
    for (const url of urls) {
      if (askedOf({ url, method: 'GET', mode: 'no-cors' }, this.#options.origin).type !== 'picture') continue
      const work: Promise<unknown>[] = []
      await this.answer(new Request(url), (more) => work.push(more))
      await Promise.all(work)
    }
  }

  /** Something may have made this browser somebody else: nothing is kept or shown from before until the server has said who it is. */
  unsure(): void {
    this.#era++
    this.#sure = undefined
    this.#open = null
  }

  /** The server says who this browser is. Whatever is kept for anybody else is thrown away. */
  async is(person: string | null): Promise<void> {
    if (this.#sure === person) return
    if (this.#sure !== undefined) this.unsure()
    this.#open = null
    this.#sure = person
    for (const name of await this.#options.caches.keys())
      if (name.startsWith(prefix) && name !== prefix + person) await this.#options.caches.delete(name)
  }

  /** A page says so: the server is asked if it was somebody else until now. */
  async claims(person: string): Promise<void> {
    if (person !== this.#sure) await this.identify()
  }

  /** Asks the server who this browser is. */
  identify(): Promise<string | null | undefined> {
    this.#asking ??= this.#identify().finally(() => {
      this.#asking = null
    })
    return this.#asking
  }

  async forget(out: (picture: PictureAddress) => boolean): Promise<void> {
    await this.#drop(([, picture]) => picture !== null && out(picture))
  }

  async #identify(): Promise<string | null | undefined> {
    const era = this.#era
    const person = await this.#options.ask()
    if (person !== undefined && era === this.#era) await this.is(person)
    return this.#sure
  }

  async #keep(url: string, answer: Response, era: number): Promise<void> {
    const person = this.#sure === undefined ? await this.identify() : this.#sure
    const open = person && era === this.#era ? await this.#shelf(person) : null
    if (!open) return
    const known = await open.cache.match(url)
    const same = known && known.headers.get('etag') !== null && known.headers.get('etag') === answer.headers.get('etag')
    if (same && open.ledger.has(url)) {
      open.ledger.looked(url, this.#options.now())
    } else {
      const body = await answer.arrayBuffer()
      // It was fetched as somebody else, or while that was not known.
      if (era !== this.#era) return
      await open.cache.put(url, new Response(body, { headers: answer.headers }))
      for (const old of open.ledger.add({ url, bytes: body.byteLength, at: this.#options.now() })) await open.cache.delete(old)
    }
    await this.#write(open)
  }

  async #kept(url: string): Promise<Response | null> {
    const open = await this.#shelf(this.#sure)
    const exact = await open?.cache.match(url)
    const at = exact ? url : nearest(url, open?.ledger.all ?? [])
    const found = exact ?? (at ? await open?.cache.match(at) : undefined)
    if (!open || !at || !found) return null
    open.ledger.looked(at, this.#options.now())
    return found
  }

  async #drop(out: (at: readonly [url: string, picture: PictureAddress | null]) => boolean): Promise<void> {
    const open = await this.#shelf(this.#sure)
    if (!open) return
    for (const { url } of await open.cache.keys()) {
      const asked = askedOf({ url, method: 'GET', mode: 'no-cors' }, this.#options.origin)
      if (!out([url, asked.type === 'picture' ? asked : null])) continue
      open.ledger.drop(url)
      await open.cache.delete(url)
    }
    await this.#write(open)
  }

  /** The shelf of this person; undefined: of whoever was here last, as long as nothing happened that could have changed it. Opened once. */
  async #shelf(person: string | null | undefined): Promise<Open | null> {
    if (person === null) return null
    if (person === undefined && this.#open) return this.#open.shelf
    const owner = person ?? (await this.#last())
    if (owner === null) return null
    if (this.#open?.person !== owner) this.#open = { person: owner, shelf: this.#read(owner) }
    return this.#open.shelf
  }

  /** Of a worker that was just started, without a connection: there is one shelf at most, see `is`. */
  async #last(): Promise<string | null> {
    const names = (await this.#options.caches.keys()).filter((name) => name.startsWith(prefix))
    const [only] = names
    return this.#era === 0 && names.length === 1 && only ? only.slice(prefix.length) : null
  }

  async #read(person: string): Promise<Open> {
    const cache = await this.#options.caches.open(prefix + person)
    const listed = ((await (await cache.match(ledgerAt))?.json().catch(() => null)) ?? []) as readonly Kept[]
    const there = new Set((await cache.keys()).map(({ url }) => url))
    const ledger = new Ledger(
      this.#options.most,
      listed.filter(({ url }) => there.has(url)),
    )
    // Kept by a worker that was stopped before it could write it down: nobody would ever throw it away.
    for (const url of there) if (!ledger.has(url) && !url.endsWith(ledgerAt)) await cache.delete(url)
    return { person, cache, ledger }
  }

  /** Many pictures come at once: while one writing is under way the next waits for all of them. */
  async #write(open: Open): Promise<void> {
    this.#unwritten = open
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null
    })
    await this.#writing
  }

  async #writeAll(): Promise<void> {
    for (let open = this.#unwritten; open; open = this.#unwritten) {
      this.#unwritten = null
      const text = JSON.stringify(open.ledger.all)
      const written = open.cache.put(ledgerAt, new Response(text, { headers: { 'content-type': 'application/json' } }))
      // No room: written with whatever is kept next.
      await written.catch(() => undefined)
    }
  }
}

/** Another size of the same version: the largest there is. */
function nearest(url: string, kept: readonly Kept[]): string | null {
  const version = url.slice(0, url.lastIndexOf('/') + 1)
  const sizes = kept.filter((one) => one.url.startsWith(version) && /\/\d+$/.test(one.url) && !one.url.includes('/tile/'))
  return sizes.sort((a, b) => b.bytes - a.bytes)[0]?.url ?? null
}
