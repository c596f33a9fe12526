/** Whom one may call by name where one writes. The server knows; without it, what it last said, or the studio, which reads everything. */
import type { PersonId, SheetId } from '../../common/ids.ts'
import { placeOf } from '../sheet/audience.ts'
import type { GalleryView } from './gallery-view.ts'
import type { Wire } from './wire.ts'

/** Milliseconds an answer is good for: people come and go. */
const freshMs = 20_000

interface Said {
  readonly at: number
  readonly persons: Promise<readonly PersonId[] | null>
}

export class Callables {
  readonly #ask: Wire['callable']
  readonly #people: () => GalleryView['people']
  readonly #said = new Map<SheetId, Said>()

  constructor(ask: Wire['callable'], people: () => GalleryView['people']) {
    this.#ask = ask
    this.#people = people
  }

  async on(sheet: SheetId): Promise<readonly PersonId[]> {
    const before = this.#said.get(sheet)
    if (before && Date.now() - before.at < freshMs) return (await before.persons) ?? this.#surely(sheet)
    const persons = this.#ask(sheet).then((answer) => answer ?? before?.persons ?? null)
    const said = { at: Date.now(), persons }
    this.#said.set(sheet, said)
    const known = await persons
    // Nothing said is nothing to go by: the next one who writes asks again.
    if (known === null && this.#said.get(sheet) === said) this.#said.delete(sheet)
    return known ?? this.#surely(sheet)
  }

  #surely(sheet: SheetId): readonly PersonId[] {
    const { audience } = placeOf(sheet)
    return [...this.#people().values()].filter(({ id, staff }) => staff || audience === `person:${id}`).map(({ id }) => id)
  }
}
