import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** `npm run build` writes dist/web; in development the API of a running Vorder answers under /api. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // The content security policy of the server allows no inline script and no data: script.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { host: '127.0.0.1', port: 4401, proxy: { '/api': 'http://127.0.0.1:4400' } },
})
