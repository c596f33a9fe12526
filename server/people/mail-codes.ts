/** Six digits mailed to the address a link is bound to. */
import type { LinkId } from '../../common/ids.ts'
import type { PeopleDeps } from './deps.ts'

/** Milliseconds a mailed code is good for: long enough for slow mail, short enough to forget. */
const codeLasts = 15 * 60_000
/** Milliseconds before another mail goes out for the same link: asking again must not fill a mailbox. */
const resendAfter = 60_000
/** Wrong answers after which a code is void: 5 of a million. */
const tries = 5

interface Waiting {
  readonly hash: string
  readonly left: number
  readonly sentAt: number
}

const keyOf = (link: LinkId): string => `mail-code:${link}`

interface CodeMail {
  readonly link: LinkId
  readonly to: string
  readonly studio: string
}

/** Mails a fresh code unless one went out a moment ago. */
export async function mailCode({ store, clock, dice, hashing, post }: PeopleDeps, { link, to, studio }: CodeMail): Promise<void> {
  const now = clock.now()
  const waiting = (await store.vault.get(keyOf(link), now)) as Waiting | null
  if (waiting && now - waiting.sentAt < resendAfter) return
  const code = dice.code()
  const kept: Waiting = { hash: await hashing.hash(code), left: tries, sentAt: now }
  await store.vault.put(keyOf(link), kept, now + codeLasts)
  await post.send({
    to,
    subject: `${code} is your code for ${studio}`,
    text: `Your code is ${code}\n\nIt opens the gallery ${studio} shared with you and is good for 15 minutes.\nIf you did not ask for it, ignore this mail.\n`,
  })
}

/** True once for the right code. Taken out while it is compared: answers sent at the same time cannot share a try. */
export async function codeIsRight({ store, clock, hashing }: PeopleDeps, link: LinkId, code: string): Promise<boolean> {
  const waiting = (await store.vault.take(keyOf(link), clock.now())) as Waiting | null
  const right = await hashing.matches(waiting?.hash ?? null, code)
  if (waiting && !right && waiting.left > 1) {
    await store.vault.put(keyOf(link), { ...waiting, left: waiting.left - 1 }, waiting.sentAt + codeLasts)
  }
  return right
}
