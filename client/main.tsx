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
import { ensureStorages } from './net/storages.ts'
import { startWorker } from './net/worker.ts'
import { keepFocus } from './ui/kept-focus.ts'

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
startWorker()
