import { describe, expect, test } from '@jest/globals'
import { type Send, type SendEvents, UploadQueue } from '../../../client/studio/upload/upload-queue.ts'
import type { GalleryId, PhotoId } from '../../../common/ids.ts'

const gallery = 'g_00000000000000000000' as GalleryId
const photo = (n: number) => `p_${String(n).padStart(20, '0')}` as PhotoId
const file = (n: number) => ({ photo: photo(n), file: new File(['x'.repeat(100)], `PRF_${n}.jpg`) })

/** A line that never sends by itself: each upload is answered by hand. */
function line() {
  const under = new Map<PhotoId, SendEvents>()
  const stopped: PhotoId[] = []
  const send: Send = (item, _, events) => {
    under.set(item.photo, events)
    return {
      stop: () => {
        stopped.push(item.photo)
        under.delete(item.photo)
      },
    }
  }
  const answer = (n: number) => {
    const events = under.get(photo(n))
    if (!events) throw new Error(`${n} is not under way`)
    under.delete(photo(n))
    return events
  }
  return { send, under, stopped, answer }
}
const states = (queue: UploadQueue) => queue.progress().items.map((item) => item.state)

describe('the upload queue', () => {
  test('[UPQ-1] three files are sent at once, the next as soon as one is through', () => {
    const { send, under, answer } = line()
    const queue = new UploadQueue(gallery, send)
    queue.add([1, 2, 3, 4, 5].map(file))
    expect(states(queue)).toEqual(['sending', 'sending', 'sending', 'waiting', 'waiting'])
    answer(2).onDone()
    expect(states(queue)).toEqual(['sending', 'done', 'sending', 'sending', 'waiting'])
    expect(under.size).toBe(3)
  })

  test('[UPQ-2] a broken file keeps its reason, stops nobody else, and is tried again only when asked', () => {
    const { send, under, answer } = line()
    const queue = new UploadQueue(gallery, send)
    queue.add([1, 2].map(file))
    answer(1).onFailed('not-a-picture')
    answer(2).onDone()
    expect(queue.progress().items.map(({ state, code }) => [state, code])).toEqual([
      ['failed', 'not-a-picture'],
      ['done', null],
    ])
    expect(under.size).toBe(0)
    queue.retry()
    answer(1).onDone()
    expect(states(queue)).toEqual(['done', 'done'])
  })

  test('[UPQ-3] paused, nothing is sent and nothing that still arrives counts; going on takes up where it was', () => {
    const { send, under, stopped, answer } = line()
    const queue = new UploadQueue(gallery, send)
    queue.add([1, 2, 3, 4].map(file))
    const late = answer(1)
    late.onProgress(40)
    queue.pause()
    late.onDone()
    expect([states(queue), stopped.length, queue.progress().paused]).toEqual([['waiting', 'waiting', 'waiting', 'waiting'], 3, true])
    queue.add([file(5)])
    expect(under.size).toBe(0)
    queue.resume()
    expect(states(queue)).toEqual(['sending', 'sending', 'sending', 'waiting', 'waiting'])
    expect(queue.progress().items[0]?.sent).toBe(40)
  })

  test('[UPQ-4] progress tells speed and time left once bytes have gone, and listeners hear of every change', () => {
    const { send, answer } = line()
    const queue = new UploadQueue(gallery, send)
    let heard = 0
    const stop = queue.subscribe(() => heard++)
    queue.add([1, 2].map(file))
    expect(queue.progress().left).toBeNull()
    answer(1).onProgress(50)
    expect(queue.progress().speed).toBeGreaterThan(0)
    expect(queue.progress().left).toBeGreaterThan(0)
    expect(heard).toBeGreaterThan(1)
    stop()
    const before = heard
    queue.clear()
    expect(heard).toBe(before)
  })
})
