import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@fontsource-variable/schibsted-grotesk/wght.css'
import '@fontsource/martian-mono/latin-400.css'
import '@fontsource/martian-mono/latin-500.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'
import './app/zod-without-eval.ts'
import { App } from './app/app.tsx'
import { fetchFor } from './app/pages.ts'
import { aroundPath, lookingAs } from './net/looking.ts'
import { ensureStorages, forgetHabits } from './net/storages.ts'
import { startWorker } from './net/worker.ts'
import { keepFocus } from './ui/kept-focus.ts'

// What somebody else sees is shown in its frame alone, and nothing of it stays in this browser.
if (lookingAs !== null && window.self === window.top) window.location.replace(aroundPath(window.location))
if (lookingAs !== null) forgetHabits()
ensureStorages()
fetchFor(window.location.pathname)
const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
keepFocus(document)
if (lookingAs === null) startWorker()
