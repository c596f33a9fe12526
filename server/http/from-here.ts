/** Whether a request comes from this machine itself, not through a proxy on it and not by a name that only points here. */

import type { IncomingMessage } from 'node:http'
import { BlockList } from 'node:net'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

const localNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

export function isFromHere({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): boolean {
  const { remoteAddress, remoteFamily } = socket
  if (remoteAddress === undefined || headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined) return false
  if (!loopback.check(remoteAddress, remoteFamily === 'IPv4' ? 'ipv4' : 'ipv6')) return false
  return URL.canParse(`http://${headers.host}`) && localNames.has(new URL(`http://${headers.host}`).hostname)
}
