/** Looking as somebody who is not let in yet: the gallery is not online, or a vendor's terms are not accepted. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { termsDays } from '../../common/limits.ts'
import { asName } from '../../common/protocol/as-name.ts'
import { termsUrl, type VendorTerms } from '../../common/protocol/http.ts'
import { gallery, link, owner, photo, visitor } from '../helpers/gallery-house.ts'
import { addLink, addPhotos, makeGallery, type TestGallery } from '../helpers/gallery-kit.ts'
import { share } from '../helpers/gallery-scenery.ts'
import { comment, hide, liveHouse, shared } from '../helpers/live-house.ts'
import { openLooking } from '../helpers/looking-page.ts'
import { type Guest, startServer, type TestServer } from '../helpers/server.ts'
import { SocketClient, until } from '../helpers/socket-client.ts'
import { keepsStorage, openPage } from '../helpers/store-room.ts'

describe('a gallery that is not online', () => {
  const at = liveHouse()
  const { come, look, tried, three } = at
  const comments = (client: SocketClient) => Object.keys(client.content(shared(1))?.comments ?? {}).length
  const records = (client: SocketClient) => Object.fromEntries(client.seen)

  test('[AS-19] [AS-21] from draft to online: who looks sees it all along, the person from the moment it is', async () => {
    const { staff, main, guest } = await three()
    await main.write(shared(1), comment(1, 'said while it was open'))
    await main.do(hide(2))
    await until(
      () => !guest.sees(`photo:${photo(2)}`) && JSON.stringify(main.seen.get(`photo:${photo(2)}`)).includes('"hidden":'),
      'the hide',
    )
    const [before, ofGuest] = [records(main), records(guest)]
    const [asMain, asGuest] = [await look(owner, main.person), await look(owner, guest.person)]
    await staff.do({ type: 'gallery:change', status: 'draft' })
    await until(() => main.closed !== null && guest.closed !== null, 'the end of both')
    expect([main.closed, guest.closed]).toEqual([{ code: 'gallery-offline' }, { code: 'gallery-offline' }])
    // Who looked already looks on, who comes now sees the same.
    const later = await look(owner, main.person)
    expect([asMain.closed, asGuest.closed]).toEqual([null, null])
    expect([asMain, later].map(records)).toEqual([before, before])
    expect(records(asGuest)).toEqual(ofGuest)
    expect(asGuest.sees(`photo:${photo(2)}`)).toBe(false)
    await until(() => comments(later) === 1, 'what was said')
    expect(await Promise.all([link(2), gallery].map((as) => tried(owner, as)))).toEqual(['in', 'in'])

    // The door stays closed, to them and to everybody else, at every address.
    for (const person of [main.person, guest.person]) {
      const client = await new SocketClient(at.house.url, person).connect()
      expect(await client.join()).toEqual({ ok: false, refusal: { code: 'gallery-offline' } })
      client.close()
      expect(await at.house.galleries.maySee(person, gallery, photo(1))).toBe(false)
      expect(await at.house.galleries.maySee(owner, gallery, photo(1), person)).toBe(true)
    }
    expect(await tried(visitor(9), main.person)).toBe('not-found')
    expect(await at.house.galleries.maySee(owner, gallery, photo(2), guest.person)).toBe(false)

    // What the studio does now arrives; then the day comes.
    await staff.write(shared(1), comment(2, 'before the client comes'))
    await staff.do(hide(3))
    await until(() => comments(asMain) === 2 && !asGuest.sees(`photo:${photo(3)}`), 'what was done')
    await staff.do({ type: 'gallery:change', status: 'online' })
    const back = [await come(main.person), await come(guest.person)] as const
    await staff.do({ type: 'gallery:change', name: 'Open' })
    for (const [person, looker] of [[back[0], asMain] as const, [back[0], later] as const, [back[1], asGuest] as const]) {
      const named = (client: SocketClient) => JSON.stringify(client.seen.get(`gallery:${gallery}`)).includes('"Open"')
      await until(() => named(person) && named(looker), 'the new name')
      expect(records(looker)).toEqual(records(person))
      expect([looker.gaps, looker.closed]).toEqual([0, null])
    }
  })

  test('[AS-6] [AS-19] its end that time brings changes nothing for who looks; a share that has ended shows nothing', async () => {
    const { staff, main } = await three()
    await share(at.house, { link: 3, role: 'guestLink', expiresAt: at.house.clock.now() + 1_000 })
    const asMain = await look(owner, main.person)
    const asLink = await look(owner, link(3))
    await staff.do({ type: 'gallery:change', expiresAt: at.house.clock.now() + 500 })
    at.house.clock.pass(600)
    await until(() => main.closed !== null, 'the end')
    expect(asMain.closed).toBeNull()
    expect(asLink.closed).toBeNull()
    at.house.clock.pass(500)
    await until(() => asLink.closed !== null, 'the end of the link')
    expect(asLink.closed).toEqual({ code: 'revoked' })
    expect(await tried(owner, link(3))).toBe('not-found')
    expect(asMain.closed).toBeNull()
  })
})

describe('a vendor before the terms', () => {
  let server: TestServer
  let made: TestGallery
  let vendor: Guest
  const closing: (() => Promise<void>)[] = []
  beforeEach(async () => {
    keepsStorage()
    server = await startServer()
    made = await makeGallery(server, await server.signUp(), 'Harbour')
    const photos = await addPhotos(server, made, { scene: made.scene, count: 3 })
    const { token } = await addLink(server, made, { role: 'vendor', photos: photos.slice(0, 1) })
    vendor = await server.openLink(token, 'Print House')
  })
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
    await server.stop()
  })
  const look = () => {
    const frame = openLooking(server.url, made.owner.cookie, { gallery: made.id, as: vendor.person })
    closing.push(frame.close)
    return frame
  }

  test('[AS-6] [AS-23] who looks is told that terms come first, and reads them as they greet the vendor; accepting is refused', async () => {
    const frame = look()
    await frame.until((of) => of.view().refusal?.code === 'terms-needed')
    const asked = `${termsUrl(made.id)}?${asName}=${vendor.person}`
    const greeting = { studio: 'Studio Jonas Reiter', title: 'Harbour', name: 'Print House', days: termsDays }
    expect(await made.owner.browser.get<VendorTerms>(asked)).toEqual(greeting)
    expect(await vendor.browser.get<VendorTerms>(termsUrl(made.id))).toEqual(greeting)
    expect(await made.owner.browser.refused(asked, {})).toBe('only-looking')
    const elsewhere = [vendor.browser, server.browser(), (await server.signUp('Somebody else')).browser]
    for (const browser of elsewhere) expect((await browser.send(asked)).status).toBe(404)
    for (const as of ['nonsense', made.owner.person, made.id]) {
      expect((await made.owner.browser.send(`${termsUrl(made.id)}?${asName}=${as}`)).status).toBe(404)
    }
    expect((await made.owner.browser.send(termsUrl(made.id))).status).toBe(404)
    // Nothing was accepted by looking.
    const live = await server.connect(vendor.cookie)
    expect(await live.join(made.id)).toEqual({ ok: false, refusal: { code: 'terms-needed' } })
  })

  test('[AS-23] once the vendor has accepted, their photos stand there for who looks', async () => {
    const before = look()
    await before.until((of) => of.view().refusal?.code === 'terms-needed')
    await vendor.browser.post(termsUrl(made.id), {})
    const theirs = openPage(server.url, vendor.cookie, made.id)
    closing.push(theirs.close)
    await theirs.until((of) => of.view().photos.length === 1)
    const frame = look()
    await frame.until((of) => of.view().photos.length === 1)
    expect(frame.store.view().photos).toEqual(theirs.store.view().photos)
  })
})
