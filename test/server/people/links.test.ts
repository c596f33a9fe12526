import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { GrantId } from '../../../common/ids.ts'
import { type Me, type OpenedLink, routes } from '../../../common/protocol/http.ts'
import { addLink, addPhotos, makeGallery, perform, type TestGallery } from '../../helpers/gallery-kit.ts'
import { PostBox } from '../../helpers/post-box.ts'
import { startServer, type TestServer } from '../../helpers/server.ts'
import { SteadyClock } from '../../helpers/steady-clock.ts'

const minute = 60_000
let server: TestServer
let gallery: TestGallery
let clock: SteadyClock
let post: PostBox

beforeAll(async () => {
  clock = new SteadyClock(Date.now())
  post = new PostBox()
  server = await startServer({ clock, post })
  gallery = await makeGallery(server, await server.signUp())
  await addPhotos(server, gallery, { scene: gallery.scene, count: 2 })
})
afterAll(() => server.stop())

const open = (body: object, browser = server.browser()) => browser.post<OpenedLink>(routes.openLink, body)
const refused = (body: object, browser = server.browser()) => browser.refused(routes.openLink, body)
const grants = async () => [...((await server.galleries.state(gallery.id))?.grants.values() ?? [])]

describe('the name', () => {
  test('[PERSON-11] is asked once and remembered', async () => {
    const { token } = await addLink(server, gallery)
    const browser = server.browser()
    expect(await open({ token }, browser)).toEqual({
      needs: 'name',
      gallery: null,
      hint: null,
      studio: 'Studio Jonas Reiter',
      title: 'Autumn',
    })
    expect(browser.cookie).toBe('')
    expect(await open({ token, name: ' Noah Lind ' }, browser)).toEqual({ gallery: gallery.id })
    expect((await browser.get<Me>(routes.me)).person).toMatchObject({ name: 'Noah Lind', signedIn: false, email: null })
    const before = (await grants()).length
    expect(await open({ token }, browser)).toEqual({ gallery: gallery.id })
    expect(await grants()).toHaveLength(before)
    const other = await addLink(server, gallery)
    expect(await open({ token: other.token }, browser)).toEqual({ gallery: gallery.id })
  })

  test('[PERSON-12] is not asked by a link that knows it', async () => {
    const { token } = await addLink(server, gallery, { welcomes: 'Clara Winter' })
    const clara = await server.openLink(token)
    expect(clara.name).toBe('Clara Winter')
    const other = await server.openLink(token)
    expect(other.person).not.toBe(clara.person)
  })

  test('[DOOR-4] must be a name', async () => {
    const { token } = await addLink(server, gallery)
    expect(await refused({ token, name: '   ' })).toBe('malformed')
    expect(await refused({ token, name: 'x'.repeat(200) })).toBe('malformed')
    expect(await refused({ token: 5 })).toBe('malformed')
  })
})

describe('ends', () => {
  test('[PERSON-13] unknown', async () => {
    expect(await refused({ token: 'nobody-knows-this-token' })).toBe('link-unknown')
    expect(await refused({ token: '%00%00%00%00%00' })).toBe('link-unknown')
  })

  test('[PERSON-13] revoked and expired', async () => {
    const { id, token } = await addLink(server, gallery, { expiresAt: clock.now() + minute })
    const guest = await server.openLink(token, 'Noah')
    clock.forward(2 * minute)
    expect(await refused({ token })).toBe('link-ended')
    expect(await refused({ token }, guest.browser)).toBe('link-ended')
    await perform(server, gallery.id, { type: 'link:revoke', id })
    expect(await refused({ token })).toBe('link-ended')
  })

  test('[PERSON-13] the gallery is not open', async () => {
    const own = await makeGallery(server, gallery.owner, 'Offline')
    const { token } = await addLink(server, own)
    await perform(server, own.id, { type: 'gallery:change', status: 'offline' })
    expect(await refused({ token, name: 'Noah' })).toBe('gallery-offline')
    await perform(server, own.id, { type: 'gallery:change', status: 'expired' })
    expect(await refused({ token, name: 'Noah' })).toBe('link-ended')
  })

  test('[PERSON-22] sent away, and not back by the same link', async () => {
    const { token } = await addLink(server, gallery)
    const guest = await server.openLink(token, 'Noah')
    const grant = (await grants()).find(({ person }) => person === guest.person)
    await perform(server, gallery.id, { type: 'grant:revoke', id: grant?.id as GrantId })
    expect(await refused({ token }, guest.browser)).toBe('revoked')
  })
})

describe('the first browser', () => {
  test('[PERSON-14] has the link', async () => {
    const { id, token } = await addLink(server, gallery, { role: 'mainClient', binding: 'first' })
    const clara = await server.openLink(token, 'Clara')
    expect(await refused({ token, name: 'Somebody else' })).toBe('link-taken')
    expect(await open({ token }, clara.browser)).toEqual({ gallery: gallery.id })
    await perform(server, gallery.id, { type: 'link:release', id })
    expect(await open({ token, name: 'Somebody else' })).toEqual({ gallery: gallery.id })
    expect(await refused({ token }, clara.browser)).toBe('link-taken')
  })

  test('[PERSON-14] of several at once, one has it', async () => {
    const { token } = await addLink(server, gallery, { role: 'mainClient', binding: 'first' })
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map(async (name) => {
        const response = await server.browser().send(routes.openLink, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ token, name }),
        })
        return response.status
      }),
    )
    expect(answers.sort()).toEqual([200, 403, 403, 403])
  })
})

describe('the access code', () => {
  test('[PERSON-15] comes before everything the link could tell', async () => {
    const { token } = await addLink(server, gallery, { code: 'hirsch-42', welcomes: 'Clara' })
    const browser = server.browser()
    const asked = await open({ token, name: 'Noah' }, browser)
    expect(asked).toMatchObject({ needs: 'code', title: '', hint: null })
    expect(JSON.stringify(asked)).not.toMatch(/Autumn|Clara|hirsch|g_/)
    expect(await refused({ token, code: 'hirsch-43' }, browser)).toBe('code-wrong')
    expect(browser.cookie).toBe('')
    expect(await open({ token, code: 'hirsch-42' }, browser)).toEqual({ gallery: gallery.id })
    expect(await open({ token }, browser)).toEqual({ gallery: gallery.id })
  })

  test('[PERSON-15] is kept as a hash', async () => {
    const { id } = await addLink(server, gallery, { code: 'plain-text' })
    expect((await server.galleries.state(gallery.id))?.links.get(id)?.codeHash).toMatch(/^\$argon2id\$/)
    expect(JSON.stringify(await server.store.streams.recent(`gallery:${gallery.id}`, 5))).not.toContain('plain-text')
  })

  test('[PERSON-15] cannot be guessed: limited for each link, also at the same moment', async () => {
    const own = await startServer({ allowances: { codeLink: { tries: 3, seconds: 900 } } })
    const theirs = await makeGallery(own, await own.signUp())
    const { token } = await addLink(own, theirs, { code: 'right', welcomes: 'Clara' })
    const { token: other } = await addLink(own, theirs, { code: 'right', welcomes: 'Clara' })
    for (let times = 0; times < 5; times++) await own.browser().post(routes.openLink, { token, code: 'right' })
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => own.browser().refused(routes.openLink, { token, code: 'wrong' })))
    expect(answers.filter((code) => code === 'code-wrong')).toHaveLength(3)
    expect(await own.browser().refused(routes.openLink, { token, code: 'right' })).toBe('too-many')
    expect(await own.browser().post(routes.openLink, { token: other, code: 'right' })).toEqual({ gallery: theirs.id })
    await own.stop()
  })

  test('[PERSON-15] limited for each address', async () => {
    const own = await startServer({ allowances: { codeAddress: { tries: 2, seconds: 900 } } })
    const theirs = await makeGallery(own, await own.signUp())
    const answers: string[] = []
    for (let times = 0; times < 3; times++) {
      const { token } = await addLink(own, theirs, { code: 'right' })
      answers.push(await own.browser().refused(routes.openLink, { token, code: 'wrong' }))
    }
    expect(answers).toEqual(['code-wrong', 'code-wrong', 'too-many'])
    await own.stop()
  })
})

describe('the mailed code', () => {
  const clara = { binding: 'email', email: 'clara@example.com', role: 'mainClient', welcomes: 'Clara' } as const
  const lastCode = () => /\d{6}/.exec(post.sent.at(-1)?.text ?? '')?.[0] ?? ''

  test('[PERSON-16] goes to the address, and brings the same visitor back', async () => {
    const { token } = await addLink(server, gallery, clara)
    const browser = server.browser()
    const asked = await open({ token }, browser)
    expect(asked).toMatchObject({ needs: 'mailCode', hint: 'c•••@example.com', title: '' })
    expect(post.sent.at(-1)?.to).toBe('clara@example.com')
    expect(await open({ token, mailCode: lastCode() }, browser)).toEqual({ gallery: gallery.id })
    const first = (await browser.get<Me>(routes.me)).person
    expect(first).toMatchObject({ name: 'Clara', email: 'clara@example.com' })
    expect(await refused({ token, mailCode: lastCode() })).toBe('code-wrong')
    clock.forward(minute)
    const phone = server.browser()
    await open({ token }, phone)
    expect(await open({ token, mailCode: lastCode() }, phone)).toEqual({ gallery: gallery.id })
    expect((await phone.get<Me>(routes.me)).person?.id).toBe(first?.id)
  })

  test('[PERSON-16] makes nobody who is signed in somebody else', async () => {
    const { token } = await addLink(server, gallery, clara)
    await open({ token })
    await open({ token, mailCode: lastCode() })
    clock.forward(minute)
    const other = await server.signUp('Mara')
    await open({ token }, other.browser)
    expect(await refused({ token, mailCode: lastCode() }, other.browser)).toBe('link-taken')
  })

  test('[PERSON-16] is void after five wrong answers, also at the same moment', async () => {
    const { token } = await addLink(server, gallery, clara)
    await open({ token })
    const wrong = lastCode() === '000000' ? '000001' : '000000'
    for (let times = 0; times < 5; times++) expect(await refused({ token, mailCode: wrong })).toBe('code-wrong')
    expect(await refused({ token, mailCode: lastCode() })).toBe('code-wrong')
  })

  test('[PERSON-16] is mailed again only after a minute, and ends after 15', async () => {
    const { token } = await addLink(server, gallery, clara)
    await open({ token })
    const sent = post.sent.length
    await open({ token })
    expect(post.sent).toHaveLength(sent)
    clock.forward(minute)
    await open({ token })
    expect(post.sent).toHaveLength(sent + 1)
    const code = lastCode()
    clock.forward(16 * minute)
    expect(await refused({ token, mailCode: code })).toBe('code-wrong')
  })
})
