/** How often somebody may try. Counted in memory: a restart forgives, which at these numbers helps nobody guess. */
import type { RequestHandler } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { sendRefusal } from './answers.ts'

/** Tries and the seconds they count for. */
export interface Allowance {
  readonly tries: number
  readonly seconds: number
}

export interface Allowances {
  /** Wrong sign-ins of one address, and of one e-mail. */
  readonly signInAddress: Allowance
  readonly signInEmail: Allowance
  readonly signUpAddress: Allowance
  /** Wrong codes of one address, and of one link. */
  readonly codeAddress: Allowance
  readonly codeLink: Allowance
  /** Links asked for by one address, known or not. */
  readonly openAddress: Allowance
  /** Any other change by one address. */
  readonly changeAddress: Allowance
  /** Pages of a gallery's history read by one address: a studio sits behind one. */
  readonly readAddress: Allowance
}

export const ordinaryAllowances: Allowances = {
  signInAddress: { tries: 30, seconds: 900 },
  signInEmail: { tries: 10, seconds: 900 },
  signUpAddress: { tries: 60, seconds: 3600 },
  codeAddress: { tries: 30, seconds: 900 },
  codeLink: { tries: 20, seconds: 900 },
  openAddress: { tries: 300, seconds: 60 },
  changeAddress: { tries: 240, seconds: 60 },
  readAddress: { tries: 1_200, seconds: 60 },
}

/** One try taken in advance, so that tries at the same moment count; given back when it was no guess. */
export interface Try {
  readonly allowed: boolean
  giveBack(): Promise<void>
}

export class Limit {
  readonly #limiter: RateLimiterMemory

  constructor({ tries, seconds }: Allowance) {
    this.#limiter = new RateLimiterMemory({ points: tries, duration: seconds })
  }

  async take(key: string): Promise<Try> {
    try {
      await this.#limiter.consume(key)
    } catch (error) {
      if (error instanceof RateLimiterRes) return { allowed: false, giveBack: async () => {} }
      throw error
    }
    return {
      allowed: true,
      giveBack: async () => {
        await this.#limiter.reward(key)
      },
    }
  }
}

/** Takes a try of each limit, or none. */
export async function takeAll(wanted: readonly (readonly [Limit, string])[]): Promise<Try> {
  const taken: Try[] = []
  const giveBack = async () => {
    await Promise.all(taken.map((one) => one.giveBack()))
  }
  for (const [limit, key] of wanted) {
    const one = await limit.take(key)
    if (!one.allowed) {
      await giveBack()
      return one
    }
    taken.push(one)
  }
  return { allowed: true, giveBack }
}

export const addressOf = (req: { readonly ip?: string | undefined }): string => req.ip ?? 'unknown'

export const limited =
  (limit: Limit): RequestHandler =>
  async (req, res, next) =>
    (await limit.take(addressOf(req))).allowed ? next() : sendRefusal(res, { code: 'too-many' })
