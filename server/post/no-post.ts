/** No mail server: what needs mail is not offered. */
import type { Post } from '../ports.ts'

export const noPost: Post = {
  ready: false,
  send: async () => {
    throw new Error('there is no mail server')
  },
}
