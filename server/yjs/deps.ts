/** What the door for stock Yjs programs is given. */
import type { IncomingMessage } from 'node:http'
import type { GalleryId, PersonId, PhotoId } from '../../common/ids.ts'
import type { Galleries } from '../galleries/api.ts'
import type { OpenSessions } from '../people/open-sessions.ts'
import type { Clock } from '../ports.ts'
import type { Sheets } from '../sheets/api.ts'
import type { SheetTokens } from './tokens.ts'

export interface YjsLog {
  warn(facts: object, text: string): void
  error(facts: object, text: string): void
}

export interface YjsDeps {
  readonly galleries: Pick<Galleries, 'viewer' | 'state' | 'perform' | 'takePlaces'>
  readonly sheets: Sheets
  identify(request: IncomingMessage): Promise<{ person: PersonId; name: string; session?: string | null } | null>
  /** Ends what stands on a session together with it. */
  readonly sessions?: Pick<OpenSessions, 'hold'>
  allowedOrigin(request: IncomingMessage): boolean
  /** The gallery a photo lies in, for addresses that do not name it. */
  galleryOf?(photo: PhotoId): Promise<GalleryId | null>
  /** Milliseconds between two signs of life, and between two looks at everyone's rights. */
  readonly beat?: { readonly keepAlive: number; readonly review: number }
  readonly clock: Clock
  readonly log: YjsLog
  /** For programs without a cookie; without it there are no tokens. */
  readonly tokens?: Pick<SheetTokens, 'open'>
}
