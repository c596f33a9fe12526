import { describe, expect, test } from '@jest/globals'
import { planUpload } from '../../../client/studio/upload/plan-upload.ts'
import { foundFile, looksLikePicture } from '../../../client/studio/upload/read-drop.ts'
import type { PhotoId, SceneId } from '../../../common/ids.ts'
import type { SeenPhoto, SeenScene } from '../../../common/visibility/seen.ts'

const found = (name: string, folder: string | null = null) => ({ file: new File(['x'], name), folder })
const scene = (n: number, name: string): SeenScene => ({ kind: 'scene', id: `s_${n}` as SceneId, name, order: n })
const photo = (n: number, cameraName: string): SeenPhoto => ({
  kind: 'photo',
  id: `p_${n}` as PhotoId,
  scene: 's_1' as SceneId,
  cameraName,
  order: n,
  state: 'ready',
  versions: [],
  addedAt: 0,
})

function plan(files: readonly ReturnType<typeof found>[], photos: readonly SeenPhoto[] = []) {
  let [s, p] = [100, 100]
  return planUpload({
    found: files,
    scenes: [scene(1, 'Photos'), scene(2, 'Outdoors')],
    photos,
    scene: 's_1' as SceneId,
    mintScene: () => `s_${s++}` as SceneId,
    mintPhoto: () => `p_${p++}` as PhotoId,
  })
}

describe('what a drop becomes', () => {
  test('[UPQ-5] folders become scenes, known ones by name, and loose files go to the open scene', () => {
    const made = plan([found('a.jpg'), found('b.jpg', 'outdoors'), found('c.jpg', 'Supper'), found('d.jpg', 'Supper')])
    expect(made.scenes).toEqual([{ id: 's_100', name: 'Supper', order: 3 }])
    expect(made.photos.map(({ cameraName, scene: into }) => [cameraName, into])).toEqual([
      ['a.jpg', 's_1'],
      ['b.jpg', 's_2'],
      ['c.jpg', 's_100'],
      ['d.jpg', 's_100'],
    ])
  })

  test('[UPQ-6] photos hang in the order of their names, numbers read as numbers, after those that are there', () => {
    const made = plan([found('PRF_10.jpg'), found('PRF_9.jpg'), found('PRF_100.jpg')], [photo(7, 'old.jpg')])
    expect(made.photos.map(({ cameraName, order }) => [cameraName, order])).toEqual([
      ['PRF_9.jpg', 8],
      ['PRF_10.jpg', 9],
      ['PRF_100.jpg', 10],
    ])
  })

  test('[UPQ-7] the same camera file name again is a new version of that photo, not a second one', () => {
    const made = plan([found('PRF_0001.jpg'), found('new.jpg'), found('new.jpg')], [photo(3, 'PRF_0001.jpg')])
    expect(made.files.map((one) => one.photo)).toEqual(['p_100', 'p_100', 'p_3'])
    expect(made.photos.map((one) => one.cameraName)).toEqual(['new.jpg'])
  })

  test('[UPQ-8] what is no picture is left out and named; files of the system are left out silently', () => {
    const made = plan([found('.DS_Store'), found('notes.txt'), found('a.JPEG')])
    expect([made.left, made.photos.length]).toEqual([['notes.txt'], 1])
    expect(['x.tif', 'x.avif', 'x.png', 'x.webp', 'x.exe'].map((name) => looksLikePicture(new File([], name)))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ])
  })

  test('[UPQ-5] the innermost folder of a path names the scene', () => {
    const at = (path: string) => foundFile(Object.assign(new File([], 'a.jpg'), { path })).folder
    expect(['./a.jpg', 'a.jpg', '/Job/Outdoors/a.jpg', './Supper/a.jpg'].map(at)).toEqual([null, null, 'Outdoors', 'Supper'])
  })
})
