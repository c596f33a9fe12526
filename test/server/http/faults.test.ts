import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import express from 'express'
import { faults, routeOf } from '../../../server/http/answers.ts'

const logged: { readonly facts: object; readonly text: string }[] = []
const log = { warn: () => {}, error: (facts: object, text: string) => logged.push({ facts, text }) }
let server: Server
let url: string
let healthy = true

beforeAll(async () => {
  const app = express()
  app.get('/sign-in/:secret', async () => {
    throw new Error('the disk is on fire')
  })
  app.get('/late', (_req, res) => {
    res.write('half')
    throw new Error('too late')
  })
  app.use(faults(log, async () => healthy))
  server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
})

test('[DOOR-10] a fault is logged once, and secrets stay out of the answer and the log', async () => {
  const response = await fetch(`${url}/sign-in/very-secret?token=very-secret`)
  expect(response.status).toBe(500)
  expect(await response.json()).toMatchObject({ refusal: { code: 'failed' } })
  expect(logged).toHaveLength(1)
  expect(JSON.stringify(logged)).not.toContain('very-secret')
  expect(logged[0]?.facts).toMatchObject({ path: '/sign-in', method: 'GET' })
})

test('[DOOR-10] while the database is away, asking again is worth it', async () => {
  healthy = false
  const response = await fetch(`${url}/sign-in/x`)
  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({ refusal: { code: 'retry' } })
  healthy = true
})

test('[DOOR-10] an answer that has begun is cut, not mended', async () => {
  await expect(fetch(`${url}/late`).then((response) => response.text())).rejects.toThrow()
  expect(routeOf('/api/links/open')).toBe('/api/links')
})
