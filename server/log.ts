/** The server's log: JSON lines on standard error, so that standard output stays for people. Never give it a secret. */
import { pino } from 'pino'

export interface Log {
  info(facts: object, text: string): void
  warn(facts: object, text: string): void
  error(facts: object, text: string): void
}

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const standardError = 2

export function createLog(level: LogLevel): Log {
  const to = pino({ level, base: null }, pino.destination({ dest: standardError, sync: true }))
  return {
    info: (facts, text) => to.info(facts, text),
    warn: (facts, text) => to.warn(facts, text),
    error: (facts, text) => to.error(facts, text),
  }
}
