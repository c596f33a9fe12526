/** A browser's caches in memory, as far as the service worker uses them. */
class SmallCache {
  readonly kept = new Map<string, Response>()

  async match(key: Request | string): Promise<Response | undefined> {
    return this.kept.get(urlOf(key))?.clone()
  }
  async put(key: Request | string, answer: Response): Promise<void> {
    this.kept.set(urlOf(key), answer)
  }
  async delete(key: Request | string): Promise<boolean> {
    return this.kept.delete(urlOf(key))
  }
  async keys(): Promise<readonly Request[]> {
    return [...this.kept.keys()].map((url) => new Request(url))
  }
}

const urlOf = (key: Request | string): string => new URL(typeof key === 'string' ? key : key.url, 'https://proof.example').href

export class SmallCaches {
  readonly all = new Map<string, SmallCache>()

  async open(name: string): Promise<SmallCache> {
    const cache = this.all.get(name) ?? new SmallCache()
    this.all.set(name, cache)
    return cache
  }
  async keys(): Promise<readonly string[]> {
    return [...this.all.keys()]
  }
  async delete(name: string): Promise<boolean> {
    return this.all.delete(name)
  }
  async match(key: Request): Promise<Response | undefined> {
    for (const cache of this.all.values()) {
      const found = await cache.match(key)
      if (found) return found
    }
    return undefined
  }
  /** Addresses of all pictures kept, by whom. */
  pictures(): readonly string[] {
    return [...this.all].flatMap(([name, { kept }]) =>
      [...kept.keys()].filter((url) => url.includes('/media/')).map((url) => `${name} ${url}`),
    )
  }
}
