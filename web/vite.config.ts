import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const everyPageNeeds =
  /node_modules[\\/](react|react-dom|scheduler|i18next|react-i18next|openapi-fetch|@tanstack[\\/][a-z-]+)[\\/]/

/** `npm run build` writes dist/web; in development the API of a running Vorder answers under /api. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressed()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // The content security policy of the server allows no inline script and no data: script.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // What every page needs, in one file: many small ones compress worse and load slower.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'ground', test: everyPageNeeds }] } } },
  },
  server: { host: '127.0.0.1', port: 4401, proxy: { '/api': 'http://127.0.0.1:4400' } },
})

/** Writes each asset also as brotli and gzip: the server sends those as they are. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir }) {
      for (const file of globSync('assets/*.{js,css}', { cwd: dir })) {
        const path = join(dir ?? '', file)
        const bytes = readFileSync(path)
        writeFileSync(`${path}.br`, brotliCompressSync(bytes))
        writeFileSync(`${path}.gz`, gzipSync(bytes))
      }
    },
  }
}
