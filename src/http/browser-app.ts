import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answerNotFound } from './answer-error.ts'

/** Addresses that are not pages: what is unknown there is a 404 in JSON. */
const notPages = /^\/(api|hooks|pay|assets|auth)(\/|$)/

const notBuiltPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Vorder</title>
<h1>Vorder runs, but its pages are not built yet</h1>
<p>Run <code>npm run build</code> in the folder of Vorder and reload this page. The API is at <a href="/api/docs">/api/docs</a>.</p></html>`

/**
 * Serves the built browser app: files with a hash in their name for ever, its first page never from a cache, and
 * that first page for every address that is a page of the app.
 */
export async function serveBrowserApp(app: FastifyInstance, webFolder: string): Promise<void> {
  const assets = join(webFolder, 'assets')
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/assets/')) route.config = { ...route.config, access: 'machine' }
  })
  await app.register(fastifyStatic, {
    root: existsSync(assets) ? assets : import.meta.dirname,
    serve: existsSync(assets),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    index: false,
  })
  app.setNotFoundHandler((request, reply) => answerPage(request, reply, webFolder))
}

function answerPage(request: FastifyRequest, reply: FastifyReply, webFolder: string): FastifyReply {
  const path = request.url.split('?', 1)[0] ?? '/'
  const isPage = (request.method === 'GET' || request.method === 'HEAD') && !notPages.test(path)
  if (!isPage) return answerNotFound(request, reply)
  const rootFile = /^\/([\w-]+(?:\.[\w-]+)+)$/.exec(path)?.[1]
  if (rootFile && existsSync(join(webFolder, rootFile))) return sendFresh(reply, rootFile, webFolder)
  if (/\.\w+$/.test(path)) return answerNotFound(request, reply)
  if (existsSync(join(webFolder, 'index.html'))) return sendFresh(reply, 'index.html', webFolder)
  return reply.code(503).type('text/html; charset=utf-8').send(notBuiltPage)
}

function sendFresh(reply: FastifyReply, file: string, webFolder: string): FastifyReply {
  reply.header('cache-control', 'no-cache')
  return reply.sendFile(file, webFolder, { cacheControl: false })
}
