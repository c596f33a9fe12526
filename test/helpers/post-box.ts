/** A post box that keeps what was sent. */
import type { Post } from '../../server/ports.ts'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export class PostBox implements Post {
  readonly ready: boolean
  readonly sent: Mail[] = []

  constructor(ready = true) {
    this.ready = ready
  }

  async send(mail: Mail): Promise<void> {
    this.sent.push(mail)
  }
}
