/** What one connection may do; tests make it smaller. */
import {
  outboxHardBytes,
  outboxSoftBytes,
  presencePerSecond,
  pushBurst,
  pushesPerSecond,
  pushWindow,
  refusalsPerMinute,
} from '../../common/limits.ts'

export interface LiveLimits {
  readonly pushesPerSecond: number
  readonly pushBurst: number
  readonly pushWindow: number
  readonly refusalsPerMinute: number
  readonly presencePerSecond: number
  /** Commands, joins and fetches together. */
  readonly asksPerSecond: number
  readonly askBurst: number
  readonly softBytes: number
  readonly hardBytes: number
  /** Bytes of one message: a command with a thousand photos fits, a push never comes near. */
  readonly messageBytes: number
}

export const liveLimits: LiveLimits = {
  pushesPerSecond,
  pushBurst,
  pushWindow,
  refusalsPerMinute,
  presencePerSecond,
  asksPerSecond: 20,
  askBurst: 100,
  softBytes: outboxSoftBytes,
  hardBytes: outboxHardBytes,
  messageBytes: 512 * 1024,
}
