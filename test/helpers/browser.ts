/** What a browser keeps of a server: its cookies. Answers are checked by their status. */
import { parseSetCookie } from 'cookie'
import type { RefusalCode } from '../../common/refusals.ts'

export interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
}

export class Browser {
  readonly #cookies = new Map<string, string>()
  readonly #url: string

  constructor(url: string) {
    this.#url = url
  }

  /** The Cookie header as the next request will carry it. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  cookieOf(name: string): string | undefined {
    return this.#cookies.get(name)
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  /** Follows no redirects. Sends the page's own origin with everything but GET, as browsers do. */
  async send(path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Response> {
    const own = method === 'GET' ? {} : { origin: this.#url }
    const cookie = this.cookie ? { cookie: this.cookie } : {}
    const response = await fetch(this.#url + path, {
      method,
      redirect: 'manual',
      headers: { ...own, ...cookie, ...headers },
      ...(body === undefined ? {} : { body }),
    })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    return response
  }

  async get<T>(path: string, status = 200): Promise<T> {
    return answerOf<T>(await this.send(path), status)
  }

  async post<T>(path: string, body: unknown, status = 200): Promise<T> {
    const headers = { 'content-type': 'application/json' }
    return answerOf<T>(await this.send(path, { method: 'POST', headers, body: JSON.stringify(body) }), status)
  }

  /** The code of the refusal that a POST is answered with. */
  async refused(path: string, body: unknown): Promise<RefusalCode> {
    const headers = { 'content-type': 'application/json' }
    const response = await this.send(path, { method: 'POST', headers, body: JSON.stringify(body) })
    const answer = (await response.json()) as { readonly refusal?: { readonly code: RefusalCode } }
    if (!answer.refusal) throw new Error(`${path} was not refused: ${response.status} ${JSON.stringify(answer)}`)
    return answer.refusal.code
  }

  #keep(line: string): void {
    const { name, value, maxAge, expires } = parseSetCookie(line)
    const gone = maxAge === 0 || (expires !== undefined && expires.getTime() <= Date.now())
    if (gone || !value) this.#cookies.delete(name)
    else this.#cookies.set(name, encodeURIComponent(value))
  }
}

async function answerOf<T>(response: Response, status: number): Promise<T> {
  const text = await response.text()
  if (response.status !== status) throw new Error(`${new URL(response.url).pathname}: ${response.status} ${text.slice(0, 300)}`)
  return JSON.parse(text) as T
}
