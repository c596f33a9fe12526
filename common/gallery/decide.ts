/**
 * What a command changes, or why not. Pure: the same question has the same answer, and nothing given is changed.
 * What is already as asked changes nothing and is no error, so that asking twice is harmless.
 */
import { assertNever, refuse } from '../result.ts'
import type { Asked, Decided } from './asked.ts'
import type { AnyCommand } from './commands.ts'
import { addPhotos } from './decide-adding.ts'
import { settleGallery } from './decide-gallery.ts'
import { acceptTerms, changeGuest, enterGuest, revokeGrant } from './decide-guests.ts'
import { addLink, changeLink, releaseLink, revokeLink } from './decide-links.ts'
import { decideLists, isAboutLists, type ListCommand } from './decide-lists.ts'
import { hidePhotos, movePhotos, removePhotos, showPhotos } from './decide-photos.ts'
import { failPhoto, finishPhoto, keepPhoto } from './decide-pictures.ts'
import { addScene, changeScene, removeScene } from './decide-scenes.ts'
import { decideSession } from './decide-session.ts'
import { decideViews } from './decide-views.ts'
import { isAboutViews, type ViewCommand } from './saved-view.ts'
import { isSessionCommand, type SessionCommand } from './session-commands.ts'

export function decide(asked: Asked): Decided {
  const { command, viewer } = asked
  if (viewer && isSystem(command.type)) return refuse('not-allowed')
  if (isAboutViews(command)) return decideViews({ ...asked, command })
  if (isAboutLists(command)) return decideLists({ ...asked, command })
  return isSessionCommand(command) ? decideSession({ ...asked, command }) : decideRecords({ ...asked, command })
}

function decideRecords(asked: Asked<Exclude<AnyCommand, SessionCommand | ListCommand | ViewCommand>>): Decided {
  const { command } = asked
  switch (command.type) {
    case 'gallery:change':
    case 'gallery:expire':
    case 'gallery:labels':
      return settleGallery({ ...asked, command })
    case 'scene:add':
      return addScene({ ...asked, command })
    case 'scene:change':
      return changeScene({ ...asked, command })
    case 'scene:remove':
      return removeScene({ ...asked, command })
    case 'photo:add':
      return addPhotos({ ...asked, command })
    case 'photo:move':
      return movePhotos({ ...asked, command })
    case 'photo:remove':
      return removePhotos({ ...asked, command })
    case 'photo:hide':
      return hidePhotos({ ...asked, command })
    case 'photo:show':
      return showPhotos({ ...asked, command })
    case 'link:add':
      return addLink({ ...asked, command })
    case 'link:change':
      return changeLink({ ...asked, command })
    case 'link:release':
      return releaseLink({ ...asked, command })
    case 'link:revoke':
      return revokeLink({ ...asked, command })
    case 'grant:revoke':
      return revokeGrant({ ...asked, command })
    case 'guest:enter':
      return enterGuest({ ...asked, command })
    case 'terms:accept':
      return acceptTerms({ ...asked, command })
    case 'guest:rename':
    case 'guest:wrote':
      return changeGuest({ ...asked, command })
    case 'photo:kept':
      return keepPhoto({ ...asked, command })
    case 'photo:ready':
      return finishPhoto({ ...asked, command })
    case 'photo:failed':
      return failPhoto({ ...asked, command })
    case 'gallery:create':
      return refuse('taken')
    default:
      return assertNever(command)
  }
}

const systemTypes: readonly string[] = [
  'gallery:create',
  'gallery:expire',
  'gallery:labels',
  'guest:enter',
  'guest:rename',
  'guest:wrote',
  'terms:accept',
  'photo:kept',
  'photo:ready',
  'photo:failed',
]

/** What only the server's own parts ask, however it came in. */
function isSystem(type: string): boolean {
  return systemTypes.includes(type)
}
