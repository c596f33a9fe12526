/** Whether the upload library will understand a request: what it would answer in words of its own is refused here like everywhere. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { Metadata } from '@tus/server'

const version = '1.0.0'
const number = /^(0|[1-9]\d{0,15})$/

type Check = (value: string) => boolean

const checks: Readonly<Record<string, Check>> = {
  'tus-resumable': (value) => value === version,
  'upload-length': (value) => number.test(value),
  'upload-offset': (value) => number.test(value),
  'upload-metadata': isMetadata,
  // Lengths that come later and uploads in parts are not for photographs.
  'upload-defer-length': () => false,
  'upload-concat': () => false,
}

export function areUploadHeaders(method: string, headers: IncomingHttpHeaders): boolean {
  if (method === 'OPTIONS') return true
  if (headers['tus-resumable'] === undefined) return false
  if (method === 'PATCH' && headers['content-type'] !== 'application/offset+octet-stream') return false
  return Object.entries(checks).every(([name, check]) => {
    const value = headers[name]
    return value === undefined || (typeof value === 'string' && check(value))
  })
}

const scheme = 'x-forwarded-proto'

/** Addresses of uploads are relative, so what proxies say of their scheme is not asked for; the library would refuse a list of schemes. */
export function leaveOutScheme(req: IncomingMessage): void {
  delete req.headers[scheme]
  const { rawHeaders } = req
  for (let i = rawHeaders.length - 2; i >= 0; i -= 2) if (rawHeaders[i]?.toLowerCase() === scheme) rawHeaders.splice(i, 2)
}

function isMetadata(value: string): boolean {
  try {
    Metadata.parse(value)
    return true
  } catch {
    return false
  }
}
