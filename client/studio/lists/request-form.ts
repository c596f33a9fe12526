/** A request as it is written, and the command it becomes. Pure. */
import type { GalleryCommand } from '../../../common/gallery/commands.ts'
import type { ClientRole } from '../../../common/gallery/model.ts'
import type { LinkId, PersonId, SelectionId } from '../../../common/ids.ts'
import { photosPerList } from '../../../common/limits.ts'
import type { SeenSelection } from '../../../common/visibility/seen.ts'

export interface RequestForm {
  readonly name: string
  /** As typed; empty asks for none. */
  readonly min: string
  readonly max: string
  readonly deadline: number | null
  readonly closes: boolean
  readonly note: string
  /** Nobody is asked: a list of the studio's own. */
  readonly team: boolean
  readonly roles: readonly ClientRole[]
  readonly links: readonly LinkId[]
  readonly persons: readonly PersonId[]
}

/** A part of the dialog that writes it. */
export interface RequestPartProps {
  readonly form: RequestForm
  readonly onForm: (form: RequestForm) => void
}

export const emptyRequest: RequestForm = {
  name: '',
  min: '',
  max: '',
  deadline: null,
  closes: true,
  note: '',
  team: false,
  roles: ['mainClient', 'invited'],
  links: [],
  persons: [],
}

export function requestFormOf({ name, request }: SeenSelection): RequestForm {
  if (!request) return { ...emptyRequest, name, team: true }
  const { min, max, deadline, closes, note, who } = request
  return {
    name,
    min: min > 0 ? String(min) : '',
    max: max === null ? '' : String(max),
    deadline,
    closes,
    note,
    team: false,
    roles: who?.roles ?? [],
    links: who?.links ?? [],
    persons: who?.persons ?? [],
  }
}

/** What is wrong with it, or null. */
export function problemIn({ name, min, max, team, roles, links, persons }: RequestForm): 'name' | 'numbers' | 'nobody' | null {
  if (name.trim() === '') return 'name'
  if (team) return null
  const [least, end] = [numberIn(min, 0), numberIn(max, null)]
  if (least === undefined || end === undefined || (end !== null && (end < 1 || least === null || least > end))) return 'numbers'
  return roles.length + links.length + persons.length === 0 ? 'nobody' : null
}

type Request = NonNullable<Extract<GalleryCommand, { type: 'selection:add' }>['request']>

/** Of a form without a problem. */
export function requestOf(form: RequestForm): Request | null {
  if (form.team) return null
  const { deadline, closes, note, roles, links, persons } = form
  return {
    min: numberIn(form.min, 0) ?? 0,
    max: numberIn(form.max, null) ?? null,
    deadline,
    closes,
    note: note.trim(),
    who: { roles: [...roles], links: [...links], persons: [...persons] },
  }
}

export const changeOf = (form: RequestForm, id: SelectionId): GalleryCommand => ({
  type: 'selection:change',
  id,
  name: form.name.trim(),
  request: requestOf(form),
})

/** Undefined for what is no number of photos. */
function numberIn(text: string, none: 0 | null): number | null | undefined {
  if (text.trim() === '') return none
  const n = Number(text)
  return Number.isInteger(n) && n >= 0 && n <= photosPerList ? n : undefined
}
