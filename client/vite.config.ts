import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { serviceWorker } from './worker.config.ts'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), serviceWorker()],
  define: { 'import.meta.env.VITE_BUILD': JSON.stringify(Date.now().toString(36)) },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
})
