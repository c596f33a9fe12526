/** The client: its files, and its first page for every address that is not the server's own. */
import { join } from 'node:path'
import express, { Router } from 'express'
import { nothingHere } from './answers.ts'

/** Paths the pages never answer: what is not there is not there. */
const serversOwn = /^\/(api|media|live|yjs|sign-in\/.+|assets\/.+)(\/|$)/

export function pagesRouter(folder: string): Router {
  const router = Router()
  router.use(
    express.static(folder, {
      index: false,
      setHeaders: (res, path) => {
        // Built files carry a hash of their content in their names.
        res.setHeader('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    }),
  )
  router.get('/{*path}', (req, res, next) => {
    if (serversOwn.test(req.path) || !req.accepts('html')) return nothingHere(req, res, next)
    res.set('Cache-Control', 'no-cache')
    res.sendFile(join(folder, 'index.html'), { dotfiles: 'allow' }, (error) => {
      if (!error || res.headersSent) return
      res.status(503).type('text').send('The pages are not built. Run: npm run build\n')
    })
  })
  router.use(nothingHere)
  return router
}
