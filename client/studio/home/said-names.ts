/** Names as the server sent them beside entries of history. */
import type { PersonId } from '../../../common/ids.ts'
import type { SpokenOf } from '../../../common/protocol/studio-now.ts'
import { splitName } from '../../contact-sheet/split-name.ts'
import type { Names } from '../../history/sentence.tsx'

export function namesOf({ people, photos, lists, scenes, links }: SpokenOf): Names {
  const by = (names: Readonly<Record<string, string>>) => (id: unknown) => names[String(id)]
  return {
    person: (id: PersonId) => people[id],
    list: by(lists),
    scene: by(scenes),
    link: by(links),
    photo: (id) => photos.find(({ photo }) => photo === id)?.cameraName,
  }
}

/** The number of a camera file, else its whole name. */
export const shortName = (cameraName: string): string => splitName(cameraName)[1] || cameraName
