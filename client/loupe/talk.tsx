import { useEffect, useRef } from 'react'
import { FormattedMessage } from 'react-intl'
import type { SeenGallery, SeenPhoto } from '../../common/visibility/seen.ts'
import { useGallery, usePhotoMarks, usePhotoTalk } from '../gallery/use-gallery.tsx'
import { Composer } from './composer.tsx'
import { useTalkFocus } from './talk-focus.tsx'
import { Thread } from './thread.tsx'

/** What is said about the open photo, oldest first, and a line to write on. */
export function Talk({ gallery, photo, writing }: { readonly gallery: SeenGallery; readonly photo: SeenPhoto; readonly writing: number }) {
  const { actions } = useGallery()
  const { threads } = usePhotoTalk(photo.id)
  const { comments, unresolved } = usePhotoMarks(photo.id)
  const { anchor, setAnchor } = useTalkFocus()
  const field = useRef<HTMLTextAreaElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const may = gallery.rights.comment === 'edit'
  useEffect(() => {
    if (writing > 0) field.current?.focus()
  }, [writing])
  return (
    <>
      <h2 className="said">
        <FormattedMessage id="talk.title" values={{ n: comments }} />
        <span className="grow" />
        {unresolved > 0 && (
          <small>
            <FormattedMessage id="talk.open" values={{ n: unresolved }} />
          </small>
        )}
      </h2>
      <div ref={list} className="threads">
        {threads.length === 0 && may && (
          <p className="none">
            <FormattedMessage id={gallery.feedback === 'private' ? 'talk.none.private' : 'talk.none'} />
          </p>
        )}
        {threads.map((thread, index) => (
          <Thread key={thread.first.id} thread={thread} number={index + 1} photo={photo.id} may={may} />
        ))}
      </div>
      {may && (
        <Composer
          key={photo.id}
          photo={photo.id}
          field={field}
          onSend={(body, teamOnly) => {
            actions.comment(photo.id, { body, teamOnly, version: photo.versions.at(-1)?.id ?? null, ...anchor })
            setAnchor(null)
            requestAnimationFrame(() => list.current?.scrollTo({ top: list.current.scrollHeight, behavior: 'smooth' }))
          }}
        />
      )}
    </>
  )
}
