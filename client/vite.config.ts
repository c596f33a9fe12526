import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { serviceWorker } from './worker.config.ts'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), serviceWorker()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
})
