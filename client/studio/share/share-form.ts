/** What the share dialog holds while it is open, and the command it becomes: pure. */
import type { GalleryCommand } from '../../../common/gallery/commands.ts'
import type { ClientRole, FeedbackMode, LinkBinding, RightLevel, RightName, Rights } from '../../../common/gallery/model.ts'
import type { LinkId, PhotoId, SceneId } from '../../../common/ids.ts'
import type { SeenLink } from '../../../common/visibility/seen.ts'

/** Roles one hands out by a link here. */
export const shareRoles = ['mainClient', 'invited', 'guestLink', 'vendor'] as const satisfies readonly ClientRole[]
export type ShareRole = (typeof shareRoles)[number]

export interface ShareForm {
  readonly label: string
  readonly role: ShareRole
  readonly binding: LinkBinding
  readonly email: string
  readonly scenes: 'all' | readonly SceneId[]
  readonly photos: readonly PhotoId[]
  readonly rights: Partial<Rights>
  /** Null: as the gallery. */
  readonly feedback: FeedbackMode | null
  readonly welcomes: string
  /** Null leaves the code of an existing link as it is. */
  readonly code: string | null
  readonly expiresAt: number | null
}

const heights: readonly RightLevel[] = ['none', 'view', 'edit']
/** Whether a link may grant this: links lower rights, they never raise them. */
export const mayGrant = (base: RightLevel, wanted: RightLevel): boolean => heights.indexOf(wanted) <= heights.indexOf(base)

/** Bindings that make sense for a role: a forwarded link makes nobody a main client. */
export function bindingsOf(role: ShareRole, mail: boolean): readonly LinkBinding[] {
  const all: readonly LinkBinding[] = role === 'mainClient' ? ['first', 'email'] : ['open', 'first', 'email']
  return mail ? all : all.filter((binding) => binding !== 'email')
}

export const emptyForm = (photos: readonly PhotoId[]): ShareForm => ({
  label: '',
  role: 'mainClient',
  binding: 'first',
  email: '',
  scenes: 'all',
  photos,
  rights: {},
  feedback: null,
  welcomes: '',
  code: '',
  expiresAt: null,
})

export const formOf = (link: SeenLink): ShareForm => ({
  label: link.label,
  role: shareRoles.find((role) => role === link.role) ?? 'invited',
  binding: link.binding,
  email: link.email ?? '',
  scenes: link.scenes,
  photos: link.photos ?? [],
  rights: link.rights,
  feedback: link.feedback,
  welcomes: '',
  code: link.hasCode ? null : '',
  expiresAt: link.expiresAt,
})

/** Another role brings its own usual binding. */
export function withRole(form: ShareForm, role: ShareRole, mail: boolean): ShareForm {
  const usual: LinkBinding = role === 'mainClient' ? 'first' : 'open'
  const keeps = bindingsOf(role, mail).includes(form.binding) && role !== 'guestLink'
  const next = { ...form, role, binding: keeps && role !== 'invited' ? form.binding : usual, rights: {} }
  return next.feedback === null || modesOf({ ...next, feedback: null }).includes(next.feedback) ? next : { ...next, feedback: null }
}

/** The modes a link of this role may have of its own: a team of main clients is for main clients, a vendor leaves no feedback. One that stands is offered. */
export function modesOf({ role, feedback }: Pick<ShareForm, 'role' | 'feedback'>): readonly FeedbackMode[] {
  if (role === 'vendor') return []
  return role === 'mainClient' || feedback === 'clientTeam' ? ['private', 'clientTeam', 'collaborative'] : ['private', 'collaborative']
}

/** Who will see what whoever comes by the link marks: nobody, the team of main clients, or everybody who shares. */
export function othersSee({ role, feedback }: Pick<ShareForm, 'role' | 'feedback'>, usual: FeedbackMode): 'alone' | 'team' | 'all' {
  const mode = feedback ?? usual
  if (mode === 'collaborative') return 'all'
  return mode === 'clientTeam' && role === 'mainClient' ? 'team' : 'alone'
}

export function withRight(form: ShareForm, right: RightName, level: RightLevel, base: RightLevel): ShareForm {
  const { [right]: _, ...others } = form.rights
  return { ...form, rights: level === base ? others : { ...others, [right]: level } }
}

function fields(form: ShareForm) {
  return {
    label: form.label.trim(),
    role: form.role,
    binding: form.binding,
    email: form.binding === 'email' ? form.email.trim() : null,
    scenes: form.scenes === 'all' ? ('all' as const) : [...form.scenes],
    photos: form.role === 'vendor' ? [...form.photos] : null,
    rights: form.rights,
    feedback: form.feedback,
    alwaysOnline: false,
    expiresAt: form.expiresAt,
  }
}

export const addCommand = (form: ShareForm, id: LinkId): GalleryCommand => ({
  type: 'link:add',
  id,
  ...fields(form),
  welcomes: form.welcomes.trim() || null,
  code: form.code?.trim() || null,
})

export function changeCommand(form: ShareForm, id: LinkId): GalleryCommand {
  const { alwaysOnline: _, ...rest } = fields(form)
  return { type: 'link:change', id, ...rest, ...(form.code === null ? {} : { code: form.code.trim() || null }) }
}

/** The form and its one way to change, for each of its parts. */
export interface ShareFormProps {
  readonly form: ShareForm
  readonly onForm: (form: ShareForm) => void
}
