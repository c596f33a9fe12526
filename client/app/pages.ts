/** The parts of the client that are fetched when they are needed. */
import { arriving } from './arriving.tsx'
import { waiting } from './waiting.tsx'

export const GalleryRoute = arriving(() => import('./gallery-route.tsx').then((m) => m.GalleryRoute), waiting)
export const HomeRoute = arriving(() => import('./home-route.tsx').then((m) => m.HomeRoute), waiting)
export const LinkDoor = arriving(() => import('../doors/link-door.tsx').then((m) => m.LinkDoor), waiting)
export const NothingHere = arriving(() => import('./nothing-here.tsx').then((m) => m.NothingHere), waiting)
export const SettingsRoute = arriving(() => import('./settings-route.tsx').then((m) => m.SettingsRoute), waiting)
export const ViewAsRoute = arriving(() => import('./view-as-route.tsx').then((m) => m.ViewAsRoute), waiting)
export const SignIn = arriving(() => import('../doors/sign-in.tsx').then((m) => m.SignIn), waiting)
export const SignUp = arriving(() => import('../doors/sign-up.tsx').then((m) => m.SignUp), waiting)

/** Whoever follows a link is on the way to a gallery: its part is fetched beside the first one. */
export function fetchFor(path: string): void {
  if (/^(\/as\/[^/]+)?\/[gl]\//.test(path)) GalleryRoute.ahead()
}
