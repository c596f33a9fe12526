/** Builds the service worker after the pages, with the names of all their files inside: a build is one worker. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'

export function serviceWorker(): Plugin {
  return {
    name: 'proofroom-worker',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const files = [
        '/',
        '/icon.svg',
        ...Object.keys(bundle)
          .filter(isPart)
          .sort()
          .map((name) => `/${name}`),
      ]
      const page = bundle['index.html']
      const text = page?.type === 'asset' ? String(page.source) : ''
      const name = createHash('sha256').update(JSON.stringify(files)).update(text).digest('hex').slice(0, 16)
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        define: { __BUILD__: JSON.stringify(name), __FILES__: JSON.stringify(files) },
        build: {
          outDir: dir,
          emptyOutDir: false,
          target: 'es2022',
          rollupOptions: {
            input: join(import.meta.dirname, 'worker', 'worker.ts'),
            output: { format: 'iife', entryFileNames: 'worker.js' },
          },
        },
      })
    },
  }
}

/** Old browsers' fonts are left out: whoever can run a worker reads the newer format. */
const isPart = (name: string): boolean => name.startsWith('assets/') && !name.endsWith('.woff') && !name.endsWith('.map')
