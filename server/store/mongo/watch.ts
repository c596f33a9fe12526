/**
 * The driver's own look at its server can stay without an end: what it writes to a connection that is just being torn down waits for
 * room that never comes, and the database counts as gone for good. Such a look is noticed here, and the client connects anew.
 */
import type { Connection } from 'mongoose'

export interface Limits {
  /** Milliseconds between two looks. */
  readonly heartbeat: number
  /** Milliseconds in which a server answers. */
  readonly patience: number
}

/** Returns what ends the watch. */
export function watch(connection: Connection, { heartbeat, patience }: Limits): () => void {
  const client = connection.getClient()
  let ended = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const rest = () => clearTimeout(timer)
  const anew = async (): Promise<void> => {
    try {
      await client.close()
      if (!ended) await client.connect()
    } catch {
      if (!ended) timer = setTimeout(anew, patience)
    }
  }
  client.on('serverHeartbeatStarted', ({ awaited }) => {
    rest()
    // A connection and its greeting each have their time.
    if (!ended) timer = setTimeout(anew, 2 * patience + (awaited ? heartbeat : 1_000))
  })
  client.on('serverHeartbeatSucceeded', rest)
  client.on('serverHeartbeatFailed', rest)
  return () => {
    ended = true
    rest()
  }
}
