/** The acts of a person on an open gallery. */
import type { CommentId, DrawingId, PhotoId, SelectionId } from '../../common/ids.ts'
import { newId } from '../net/new-id.ts'
import { placeOf, type SheetPlace, talkAudienceOf } from '../sheet/audience.ts'
import { type Actor, changeCommentAct, commentAct, hideAct, markAct, pickAct, sheetForWords, stepsOf } from './acts.ts'
import { changeDrawingAct, deleteDrawingAct, drawAct, hideDrawingAct } from './drawing-acts.ts'
import type { GalleryActions, NewComment, SeenComment, SeenDrawing } from './gallery-view.ts'
import type { Act, Step } from './history.ts'
import type { LiveGallery } from './live-gallery.ts'
import { strokeWord } from './stroke-book.ts'

type Room = Pick<LiveGallery, 'actor' | 'take' | 'do' | 'say' | 'retry' | 'history' | 'desk' | 'talk' | 'reads' | 'callables' | 'refused'>

export function actionsOf(room: Room): GalleryActions {
  const did = (act: Act) => {
    if (act.forth.length === 0) return
    room.history.did(act)
    room.take(act.forth)
  }
  const onComment = (photo: PhotoId, id: CommentId, act: (comment: SeenComment) => Act) => {
    const comment = commentOf(room, photo, id)
    if (comment) did(act(comment))
  }
  return {
    mark(photos, patch) {
      const actor = room.actor()
      if (actor) did(markAct(actor, photos, { patch, contentOf: (place) => room.desk.content(place) }))
    },
    markEach(parts) {
      const actor = room.actor()
      if (!actor) return
      const acts = parts.map(({ photos, patch }) => markAct(actor, photos, { patch, contentOf: (place) => room.desk.content(place) }))
      did({ forth: acts.flatMap(({ forth }) => forth), back: acts.flatMap(({ back }) => back) })
    },
    ...listActions(room, did),
    comment: (photo, comment) => addComment(room, { photo, comment, did }),
    editComment: (photo, id, { body, mentions }) =>
      onComment(photo, id, (c) => changeCommentAct(photo, c, { type: 'comment:edit', id, body: body.trim(), mentions: [...mentions] })),
    deleteComment: (photo, id) => onComment(photo, id, (c) => changeCommentAct(photo, c, { type: 'comment:delete', id })),
    resolveComment: (photo, id, resolved) =>
      onComment(photo, id, (c) => changeCommentAct(photo, c, { type: 'comment:resolve', id, resolved })),
    ...drawingActions(room, did),
    callable: async (photo, at) => {
      const actor = room.actor()
      return actor ? room.callables.on(sheetForWords(actor, photo, at)) : []
    },
    read: (photo, threads) => room.reads.read(photo, threads),
    hide: (photos) => did(hideAct(photos, true)),
    show: (photos) => did(hideAct(photos, false)),
    do: (command) => room.do(command),
    ...refusedActions(room),
    ...historyActions(room),
    say: (presence) => room.say(presence),
    retry: () => room.retry(),
  }
}

function historyActions(room: Room): Pick<GalleryActions, 'undo' | 'redo'> {
  const taken = (steps: readonly Step[]): readonly PhotoId[] => {
    room.take(steps)
    return [...new Set(steps.flatMap((step) => (step.type === 'sheet' ? [placeOf(step.sheet).photo] : step.photos)))]
  }
  return { undo: () => taken(room.history.undo()), redo: () => taken(room.history.redo()) }
}

const refusedActions = (room: Room): Pick<GalleryActions, 'putAway' | 'tryAgain'> => ({
  putAway: (acts) => room.refused.putAway(acts),
  tryAgain(one) {
    room.take(stepsOf(one.act))
    room.refused.putAway([one])
  },
})

type DrawingActions = 'draw' | 'sayStroke' | 'changeDrawing' | 'nudgeDrawing' | 'hideDrawing' | 'deleteDrawing'

function drawingActions(room: Room, did: (act: Act) => void): Pick<GalleryActions, DrawingActions> {
  const onDrawing = (photo: PhotoId, id: DrawingId, act: (drawing: SeenDrawing) => Act) => {
    const drawing = room.talk(photo).drawings.find((one) => one.id === id)
    if (drawing) did(act(drawing))
  }
  return {
    draw(photo, id, drawing) {
      const actor = room.actor()
      if (actor) did(drawAct(actor, photo, { id, drawing }))
      return actor !== null
    },
    sayStroke(photo, stroke) {
      const actor = stroke && room.actor()
      room.say({ stroke: actor ? strokeWord(stroke, talkAudienceOf(actor, photo, stroke.teamOnly)) : null })
    },
    changeDrawing: (photo, id, change) => onDrawing(photo, id, (one) => changeDrawingAct(photo, one, change)),
    nudgeDrawing: (photo, id, change) => onDrawing(photo, id, (one) => ({ ...changeDrawingAct(photo, one, change), row: `nudge ${id}` })),
    hideDrawing: (photo, id, hidden) => onDrawing(photo, id, (one) => hideDrawingAct(photo, one, hidden)),
    deleteDrawing: (photo, id) => onDrawing(photo, id, (one) => deleteDrawingAct(photo, one)),
  }
}

function listActions(room: Room, did: (act: Act) => void): Pick<GalleryActions, 'pick' | 'swap'> {
  const picked = (photos: readonly PhotoId[], selection: SelectionId, into: boolean): Act => {
    const actor = room.actor()
    const contentOf = (place: SheetPlace) => room.desk.content(place)
    return actor ? pickAct(actor, photos, { selection, into, contentOf }) : { forth: [], back: [] }
  }
  return {
    pick: (selection, photos, into) => did(picked(photos, selection, into)),
    swap(selection, out, into) {
      const [gone, come] = [picked([out], selection, false), picked([into], selection, true)]
      did({ forth: [...gone.forth, ...come.forth], back: [...come.back, ...gone.back] })
    },
  }
}

function addComment(room: Room, at: { photo: PhotoId; comment: NewComment; did: (act: Act) => void }): CommentId | null {
  const { photo, comment, did } = at
  const actor: Actor | null = room.actor()
  if (!actor || comment.body.trim() === '') return null
  const thread = comment.parent ? commentOf(room, photo, comment.parent) : null
  if (comment.parent && !thread) return null
  const id = newId<CommentId>('comment')
  did(commentAct(actor, photo, { id, comment, thread }))
  return id
}

function commentOf(room: Room, photo: PhotoId, id: CommentId): SeenComment | null {
  for (const { first, replies } of room.talk(photo).threads) {
    const found = [first, ...replies].find((comment) => comment.id === id)
    if (found) return found
  }
  return null
}
