/** Mail through the operator's own mail server. */
import { createTransport } from 'nodemailer'
import type { Post } from '../ports.ts'

/** `url`: smtp:// or smtps:// with user and password, as nodemailer reads it; `from`: the sender's address. */
export function createSmtpPost({ url, from }: { readonly url: string; readonly from: string }): Post {
  const transport = createTransport(url)
  return {
    ready: true,
    send: async ({ to, subject, text }) => {
      await transport.sendMail({ from, to, subject, text })
    },
  }
}
