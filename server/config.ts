/** What whoever runs the server may choose, read once from the environment and the command line. */
import { resolve } from 'node:path'
import { z } from 'zod'
import { type Result, refuse } from '../common/result.ts'
import { type LogLevel, logLevels } from './log.ts'

export interface Config {
  readonly port: number
  /** Address to listen on; null is all. */
  readonly host: string | null
  readonly data: string
  /** Chooses MongoDB instead of the embedded database. */
  readonly mongoUrl: string | null
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** Where browsers find this server when a proxy stands before it: scheme and host, no slash at the end. */
  readonly publicUrl: string | null
  /** Proxies before this server whose X-Forwarded-For is believed. */
  readonly proxies: number
  readonly demo: boolean
  readonly logLevel: LogLevel
}

const address = (protocol: RegExp, what: string) => z.url({ protocol, error: what })

const environment = z.object({
  PORT: z.coerce.number({ error: 'a number' }).int('a whole number').min(0, 'from 0 to 65535').max(65_535, 'from 0 to 65535').default(3000),
  HOST: z.string().min(1).optional(),
  PROOFROOM_DATA: z.string().min(1, 'a folder').default('./data'),
  MONGO_URL: address(/^mongodb(\+srv)?$/, 'an address such as mongodb://localhost:27017/proofroom').optional(),
  SMTP_URL: address(/^smtps?$/, 'an address such as smtp://user:password@mail.example.com:587').optional(),
  MAIL_FROM: z.string().min(3).default('Proofroom <proofroom@localhost>'),
  PUBLIC_URL: address(/^https?$/, 'an address such as https://proofs.example.com').optional(),
  TRUST_PROXY: z.coerce.number({ error: 'a number of proxies' }).int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(logLevels, { error: `one of ${logLevels.join(', ')}` }).default('warn'),
})

/** Refuses with `malformed` and a sentence for the operator in `detail`. Empty variables count as absent. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, args: readonly string[]): Result<Config> {
  const unknown = args.find((argument) => argument !== '--empty')
  if (unknown !== undefined) return refuse('malformed', `Unknown option ${unknown}. There is one: --empty starts without the demo.`)
  const read = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  if (!read.success) {
    const issue = read.error.issues[0]
    return refuse('malformed', `${String(issue?.path[0])} must be ${issue?.message ?? 'something else'}.`)
  }
  const from = read.data
  return {
    ok: true,
    value: {
      port: from.PORT,
      host: from.HOST ?? null,
      data: resolve(from.PROOFROOM_DATA),
      mongoUrl: from.MONGO_URL ?? null,
      smtpUrl: from.SMTP_URL ?? null,
      mailFrom: from.MAIL_FROM,
      publicUrl: from.PUBLIC_URL ? new URL(from.PUBLIC_URL).origin : null,
      proxies: from.TRUST_PROXY,
      demo: !args.includes('--empty'),
      logLevel: from.LOG_LEVEL,
    },
  }
}
