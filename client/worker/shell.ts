/** The program itself: every file of one build, so that its pages open without a connection. */
export interface ShellOptions {
  readonly caches: CacheStorage
  /** Names this build; another build is another shell. */
  readonly build: string
  /** Addresses of all files of this build, the first page as `/`. */
  readonly files: readonly string[]
}

const prefix = 'proofroom-shell-'
/** Which shells there are, the oldest first. */
const listAt = '/kept-shells'
const listIn = 'proofroom-shells'
/** Milliseconds a page waits for a network that does not answer, before the kept one opens. */
const patience = 4_000

export class Shell {
  readonly #options: ShellOptions

  constructor(options: ShellOptions) {
    this.#options = options
  }

  /** All files or none: half a program is not kept. */
  async install(): Promise<void> {
    const { caches, build, files } = this.#options
    const cache = await caches.open(prefix + build)
    // Past the browser's own cache, so that the first page and its parts are of one build.
    await cache.addAll(files.map((file) => new Request(file, { cache: file.startsWith('/assets/') ? 'default' : 'reload' })))
  }

  /** This build serves from now on. The one before stays for pages that are still open, older ones go. */
  async activate(): Promise<void> {
    const { caches, build } = this.#options
    const list = await caches.open(listIn)
    const known = ((await (await list.match(listAt))?.json().catch(() => null)) ?? []) as readonly string[]
    const kept = [...known.filter((one) => one !== build), build].slice(-2)
    await list.put(listAt, new Response(JSON.stringify(kept), { headers: { 'content-type': 'application/json' } }))
    for (const name of await caches.keys()) {
      if (name.startsWith(prefix) && !kept.includes(name.slice(prefix.length))) await caches.delete(name)
    }
  }

  /** A built file never changes under its name: whichever shell has it. */
  async part(request: Request, fetch: (request: Request) => Promise<Response>): Promise<Response> {
    const { caches, build } = this.#options
    const kept = async () => {
      const mine = await (await caches.open(prefix + build)).match(request, { ignoreVary: true })
      return mine ?? (await caches.match(request, { ignoreVary: true }))
    }
    // A browser that cannot read what it keeps has a network still.
    return (await kept().catch(() => undefined)) ?? fetch(request)
  }

  /** The network's page, or the kept one where no server answers. */
  async page(request: Request, fetch: (request: Request) => Promise<Response>): Promise<Response> {
    const kept = async () => (await this.#options.caches.open(prefix + this.#options.build)).match('/')
    const network = fetch(request).catch(() => null)
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), patience)
    })
    const first = await Promise.race([network, late])
    clearTimeout(timer)
    const there = first !== 'late' && first !== null && ![502, 503, 504].includes(first.status)
    if (there) return first
    return (await kept().catch(() => undefined)) ?? (await network) ?? Response.error()
  }
}
