import { BrowserRouter, Route, Routes } from 'react-router'
import { lookingAs, pageBase } from '../net/looking.ts'
import { TrailKept } from '../ui/trail-kept.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { GalleryRoute, HomeRoute, LinkDoor, NothingHere, SettingsRoute, SignIn, SignUp, ViewAsRoute } from './pages.ts'
import { Providers } from './providers.tsx'

/** What whoever is here does for themselves; none of it is where one looks as somebody else. */
const ownPages = (
  <>
    <Route path="/" element={<HomeRoute />} />
    <Route path="/settings" element={<SettingsRoute />} />
    <Route path="/sign-in" element={<SignIn />} />
    <Route path="/sign-up" element={<SignUp />} />
    <Route path="/l/:token" element={<LinkDoor />} />
    <Route path="/g/:gallery/as/:subject/*" element={<ViewAsRoute />} />
  </>
)

export function App() {
  return (
    <Providers>
      <ErrorBoundary>
        <BrowserRouter basename={pageBase}>
          <TrailKept />
          <Routes>
            {lookingAs === null && ownPages}
            <Route path="/g/:gallery" element={<GalleryRoute />} />
            <Route path="/g/:gallery/p/:photo" element={<GalleryRoute />} />
            <Route path="/g/:gallery/compare" element={<GalleryRoute />} />
            <Route path="/g/:gallery/survey" element={<GalleryRoute />} />
            <Route path="/g/:gallery/list/:list" element={<GalleryRoute />} />
            <Route path="*" element={<NothingHere />} />
          </Routes>
        </BrowserRouter>
      </ErrorBoundary>
    </Providers>
  )
}
