import { BrowserRouter, Route, Routes } from 'react-router'
import { ErrorBoundary } from './error-boundary.tsx'
import { GalleryRoute, HomeRoute, LinkDoor, NothingHere, SettingsRoute, SignIn, SignUp } from './pages.ts'
import { Providers } from './providers.tsx'

export function App() {
  return (
    <Providers>
      <ErrorBoundary>
        <BrowserRouter>
          <Routes>
            <Route path="/" element={<HomeRoute />} />
            <Route path="/settings" element={<SettingsRoute />} />
            <Route path="/sign-in" element={<SignIn />} />
            <Route path="/sign-up" element={<SignUp />} />
            <Route path="/l/:token" element={<LinkDoor />} />
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
