/** Keeps the order of the wire where some of what arrives must be unpacked first: whatever comes meanwhile waits behind it. */
interface Step {
  readonly packed: Uint8Array<ArrayBuffer> | null
  take(plain: Uint8Array): void
}

const nothing = new Uint8Array()

export class InOrder {
  readonly #failed: (fault: unknown) => void
  #line: Step[] = []
  #unpacking = false

  /** `failed`: something could not be unpacked; it and everything behind it is lost. */
  constructor(failed: (fault: unknown) => void) {
    this.#failed = failed
  }

  /** At once, if nothing is in front. */
  take(take: () => void): void {
    this.#add({ packed: null, take })
  }

  unpack(packed: Uint8Array, take: (plain: Uint8Array) => void): void {
    this.#add({ packed: new Uint8Array(packed), take })
  }

  /** What waits is for nobody any more. */
  clear(): void {
    this.#line = []
    this.#unpacking = false
  }

  #add(step: Step): void {
    this.#line.push(step)
    if (!this.#unpacking) this.#go()
  }

  #go(): void {
    for (let step = this.#line.shift(); step; step = this.#line.shift()) {
      if (step.packed) return void this.#unpack(step.packed, step.take)
      step.take(nothing)
    }
  }

  async #unpack(packed: Uint8Array<ArrayBuffer>, take: Step['take']): Promise<void> {
    const line = this.#line
    this.#unpacking = true
    const plain = await unpacked(packed).catch((fault: unknown) => {
      if (line === this.#line) this.#failed(fault)
      return null
    })
    if (line !== this.#line || plain === null) return
    this.#unpacking = false
    try {
      take(plain)
    } finally {
      this.#go()
    }
  }
}

async function unpacked(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
