/** The parts of the client that are fetched when they are needed. */
import { lazy } from 'react'
import { fetchAhead, piece } from '../net/piece.ts'

const gallery = () => import('./gallery-route.tsx').then((m) => ({ default: m.GalleryRoute }))

export const GalleryRoute = lazy(() => piece(gallery))
export const HomeRoute = lazy(() => piece(() => import('./home-route.tsx').then((m) => ({ default: m.HomeRoute }))))
export const LinkDoor = lazy(() => piece(() => import('../doors/link-door.tsx').then((m) => ({ default: m.LinkDoor }))))
export const NothingHere = lazy(() => piece(() => import('./nothing-here.tsx').then((m) => ({ default: m.NothingHere }))))
export const SettingsRoute = lazy(() => piece(() => import('./settings-route.tsx').then((m) => ({ default: m.SettingsRoute }))))
export const SignIn = lazy(() => piece(() => import('../doors/sign-in.tsx').then((m) => ({ default: m.SignIn }))))
export const SignUp = lazy(() => piece(() => import('../doors/sign-up.tsx').then((m) => ({ default: m.SignUp }))))

/** Whoever follows a link is on the way to a gallery: its part is fetched beside the first one. */
export function fetchFor(path: string): void {
  if (path.startsWith('/g/') || path.startsWith('/l/')) fetchAhead(gallery)
}
