import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { noPost } from '../../../server/post/no-post.ts'
import { createSmtpPost } from '../../../server/post/smtp.ts'

let mailServer: Server
let received = ''

/** Says yes to everything, as SMTP has it, and keeps what it hears. */
beforeAll(async () => {
  mailServer = createServer((socket) => {
    let inMail = false
    socket.write('220 here\r\n')
    socket.on('data', (bytes) => {
      const text = bytes.toString()
      received += text
      if (inMail) {
        if (!text.endsWith('\r\n.\r\n')) return
        inMail = false
        socket.write('250 kept\r\n')
        return
      }
      for (const line of text.split('\r\n').filter(Boolean)) {
        if (line === 'DATA') inMail = true
        socket.write(line === 'DATA' ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 yes\r\n')
      }
    })
  }).listen(0, '127.0.0.1')
  await once(mailServer, 'listening')
})
afterAll(() => {
  mailServer.close()
})

test('[PERSON-16] codes go out by the operator’s mail server', async () => {
  const { port } = mailServer.address() as AddressInfo
  const post = createSmtpPost({ url: `smtp://127.0.0.1:${port}?ignoreTLS=true`, from: 'Proofroom <proofs@example.com>' })
  expect(post.ready).toBe(true)
  await post.send({ to: 'clara@example.com', subject: '123456 is your code', text: 'Your code is 123456' })
  expect(received).toMatch(/MAIL FROM:<proofs@example.com>[\s\S]*RCPT TO:<clara@example.com>[\s\S]*Subject: 123456 is your code/)
})

test('[PERSON-16] without one, what needs mail is not offered', async () => {
  expect(noPost.ready).toBe(false)
  await expect(noPost.send({ to: 'a@example.com', subject: '', text: '' })).rejects.toThrow()
})
