import { expect, test } from '@jest/globals'
import { Callables } from '../../../client/gallery/callables.ts'
import type { GalleryView } from '../../../client/gallery/gallery-view.ts'
import { type PersonId, type PhotoId, sheetIdOf } from '../../../common/ids.ts'

const [staff, client] = ['u_aaaaaaaaaaaaaaaaaaaa', 'v_bbbbbbbbbbbbbbbbbbbb'] as PersonId[] as [PersonId, PersonId]
const people = () =>
  new Map([
    [staff, { id: staff, staff: true }],
    [client, { id: client, staff: false }],
  ]) as unknown as GalleryView['people']
const sheet = sheetIdOf('p_00000000000000000001' as PhotoId, 'shared')

test('whom one may call is asked again where nothing was answered, and once where something was', async () => {
  const answers: (readonly PersonId[] | null)[] = [null, [client], [staff]]
  let asked = 0
  const callables = new Callables(async () => answers[asked++] ?? null, people)
  expect(await callables.on(sheet)).toEqual([staff])
  expect(await callables.on(sheet)).toEqual([client])
  expect(await callables.on(sheet)).toEqual([client])
  expect(asked).toBe(2)
})
