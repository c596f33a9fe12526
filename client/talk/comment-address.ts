/** Where a comment lives: the address of its photo, with the comment behind a `#`, so that it never travels with a filter or to another photo. */
import { type CommentId, commentId, type GalleryId, type PhotoId } from '../../common/ids.ts'

export const commentPath = (gallery: GalleryId, photo: PhotoId, comment: CommentId): string => `/g/${gallery}/p/${photo}#${comment}`

export function commentIn(hash: string): CommentId | null {
  const parsed = commentId.safeParse(hash.slice(1))
  return parsed.success ? parsed.data : null
}
