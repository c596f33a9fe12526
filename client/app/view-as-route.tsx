/** What somebody else sees of a gallery, for staff who may share it. */
import { useParams } from 'react-router'
import { galleryId } from '../../common/ids.ts'
import { subjectId } from '../../common/protocol/view-as.ts'
import { LabelWords } from '../gallery/label-words.tsx'
import { GalleryRoom } from '../gallery/use-gallery.tsx'
import { ViewAsPage } from '../view-as/view-as-page.tsx'
import { NothingHere } from './nothing-here.tsx'

export function ViewAsRoute() {
  const params = useParams()
  const gallery = galleryId.safeParse(params.gallery)
  const subject = subjectId.safeParse(params.subject)
  if (!gallery.success || !subject.success) return <NothingHere />
  return (
    <GalleryRoom gallery={gallery.data}>
      <LabelWords>
        <ViewAsPage id={gallery.data} subject={subject.data} />
      </LabelWords>
    </GalleryRoom>
  )
}
