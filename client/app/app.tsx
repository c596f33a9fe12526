import { lazy, Suspense } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { LinkDoor } from '../doors/link-door.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { GalleryRoute } from './gallery-route.tsx'
import { HomeRoute } from './home-route.tsx'
import { NothingHere } from './nothing-here.tsx'
import { Providers } from './providers.tsx'
import { Waiting } from './waiting.tsx'

const SignIn = lazy(() => import('../doors/sign-in.tsx').then((m) => ({ default: m.SignIn })))
const SignUp = lazy(() => import('../doors/sign-up.tsx').then((m) => ({ default: m.SignUp })))

export function App() {
  return (
    <Providers>
      <ErrorBoundary>
        <BrowserRouter>
          <Suspense fallback={<Waiting />}>
            <Routes>
              <Route path="/" element={<HomeRoute />} />
              <Route path="/sign-in" element={<SignIn />} />
              <Route path="/sign-up" element={<SignUp />} />
              <Route path="/l/:token" element={<LinkDoor />} />
              <Route path="/g/:gallery" element={<GalleryRoute />} />
              <Route path="/g/:gallery/p/:photo" element={<GalleryRoute />} />
              <Route path="*" element={<NothingHere />} />
            </Routes>
          </Suspense>
        </BrowserRouter>
      </ErrorBoundary>
    </Providers>
  )
}
