/** The page behind a sign-in link that is used up: opened by people, so not JSON. */
import type { Response } from 'express'

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>This link has ended – Proofroom</title>
<style>body{font:1.05rem/1.5 system-ui,sans-serif;max-width:30rem;margin:20vh auto 0;padding:0 1.5rem;color:#222}a{color:inherit}</style>
<h1>This sign-in link has ended</h1>
<p>It works once, and only on the machine that made it. Start the server again for a fresh one, or <a href="/sign-in">sign in</a>.</p>
</html>
`

export const endedPage = (res: Response): void => {
  res.status(410).set('Cache-Control', 'no-store').type('html').send(page)
}
