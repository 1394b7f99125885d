import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createDownload, type DownloadOptions } from './download-location.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

let base: string
let answers: Record<string, Answer> = {}
let asked: IncomingMessage[] = []

const server = createServer((request, response) => {
  asked.push(request)
  const answer = answers[request.url ?? '']
  if (answer) answer(request, response)
  else response.writeHead(404).end()
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
afterEach(() => {
  answers = {}
  asked = []
})

function fetchHere(path: string, options: DownloadOptions = {}) {
  return createDownload(options)({ url: `${base}${path}`, isLoopbackAllowed: true })
}

test('the bytes come as they are, and nothing of ours goes along', async () => {
  answers['/file'] = (_request, response) => response.end(Buffer.from([0, 255, 37]))
  expect(await fetchHere('/file')).toEqual({ bytes: Buffer.from([0, 255, 37]) })
  expect(asked.map(({ method, headers }) => [method, headers.authorization, headers.cookie])).toEqual([
    ['GET', undefined, undefined],
  ])
})

test.each([
  [404, 'not_there_yet'],
  [403, 'location_refused'],
  [410, 'location_refused'],
  [204, 'location_refused'],
  [429, 'host_unavailable'],
  [503, 'host_unavailable'],
])('status %d is %s', async (status, refusal) => {
  answers['/file'] = (_request, response) => response.writeHead(status).end('<Error/>')
  expect(await fetchHere('/file')).toMatchObject({ refusal })
})

test('it is sent on at most three times', async () => {
  answers['/end'] = (_request, response) => response.end('there')
  for (const hop of [1, 2, 3, 4]) {
    const location = hop === 1 ? '/end' : `/hop${hop - 1}`
    answers[`/hop${hop}`] = (_request, response) => response.writeHead(302, { location }).end()
  }
  expect(await fetchHere('/hop3')).toEqual({ bytes: Buffer.from('there') })
  expect(await fetchHere('/hop4')).toMatchObject({ refusal: 'unsafe_location' })
})

test.each([
  'http://169.254.169.254/latest/meta-data',
  'https://169.254.169.254/latest/meta-data',
  'https://[::ffff:169.254.169.254]/',
  'https://[fd00:ec2::254]/',
  'https://10.0.0.1/',
  'https://2852039166/',
  'https://0xa9fea9fe/',
  'https://0251.0376.0251.0376/',
  'file:///etc/passwd',
  'ftp://example.com/a',
  'data:application/pdf;base64,JVBERi0=',
  'http://example.com/a.pdf',
  'https://name:secret@example.com/a.pdf',
  'javascript:alert(1)',
  '//',
  '',
])('an address like %s is not asked, neither at first nor after being sent on', async (url) => {
  for (const isLoopbackAllowed of [true, false])
    expect(await createDownload()({ url, isLoopbackAllowed })).toMatchObject({ refusal: 'unsafe_location' })
  answers['/on'] = (_request, response) => response.writeHead(302, { location: url }).end()
  if (!['', '//'].includes(url)) expect(await fetchHere('/on')).toMatchObject({ refusal: 'unsafe_location' })
})

test.each(['http://127.0.0.1', 'https://127.0.0.1', 'https://localhost', 'https://[::1]', 'https://127.1'])(
  '%s is refused where the CRM is not on this machine',
  async (host) => {
    const url = `${host}:${new URL(base).port}/file`
    expect(await createDownload()({ url, isLoopbackAllowed: false })).toMatchObject({
      refusal: 'unsafe_location',
    })
    expect(asked).toEqual([])
  },
)

test('a name that leads inside is refused, also when one of its addresses is outside', async () => {
  const inside = { address: '169.254.169.254', family: 4 }
  const outside = { address: '203.0.112.1', family: 4 }
  for (const addresses of [[inside], [outside, inside], [inside, outside]]) {
    const download = createDownload({ resolve: (_name, answer) => answer(null, addresses) })
    const answer = await download({ url: 'https://files.example.com/a.pdf', isLoopbackAllowed: true })
    expect(answer).toMatchObject({ refusal: 'unsafe_location' })
  }
})

test('the checked address is the one that is connected to: the name is asked once', async () => {
  answers['/file'] = (_request, response) => response.end('there')
  let questions = 0
  const download = createDownload({
    resolve(_name, answer) {
      questions += 1
      // The second answer is what a rebinding name server would give.
      answer(null, [
        questions === 1 ? { address: '127.0.0.1', family: 4 } : { address: '10.0.0.1', family: 4 },
      ])
    },
  })
  const url = base.replace('127.0.0.1', 'localhost')
  expect(await download({ url: `${url}/file`, isLoopbackAllowed: true })).toEqual({
    bytes: Buffer.from('there'),
  })
  expect(questions).toBe(1)
})

test('a name without an address, and a server that is not there, are for another try', async () => {
  const resolve: DownloadOptions['resolve'] = (_name, answer) => answer(new Error('ENOTFOUND'), [])
  const url = 'https://files.example.com/a.pdf'
  expect(await createDownload({ resolve })({ url, isLoopbackAllowed: false })).toMatchObject({
    refusal: 'host_unavailable',
  })
  answers['/reset'] = (request) => request.socket.resetAndDestroy()
  expect(await fetchHere('/reset')).toMatchObject({ refusal: 'host_unavailable' })
})

test('what is announced as too large is not read; what has no end is not read to its end', async () => {
  let written = 0
  answers['/announced'] = (_request, response) => {
    response.writeHead(200, { 'content-length': '5000000000' })
    response.write('x')
  }
  answers['/endless'] = (_request, response) => {
    const chunk = Buffer.alloc(64 * 1024)
    const go = () => {
      while (!response.destroyed && response.write(chunk)) written += chunk.length
    }
    response.on('drain', go)
    go()
  }
  expect(await fetchHere('/announced', { maxBytes: 1_000_000 })).toMatchObject({ refusal: 'too_large' })
  expect(await fetchHere('/endless', { maxBytes: 1_000_000 })).toMatchObject({ refusal: 'too_large' })
  expect(written).toBeLessThan(20_000_000)
})

test('a body shorter than announced is cut, not a small file', async () => {
  answers['/cut'] = (_request, response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('half', () => response.socket?.destroy())
  }
  expect(await fetchHere('/cut')).toMatchObject({ refusal: 'cut' })
})

test('a server that goes quiet is not waited for', async () => {
  answers['/quiet'] = (_request, response) => {
    response.writeHead(200)
    response.write('half')
  }
  answers['/hang'] = () => {}
  expect(await fetchHere('/quiet', { totalTimeoutMs: 100 })).toMatchObject({ refusal: 'host_unavailable' })
  expect(await fetchHere('/hang', { totalTimeoutMs: 100 })).toMatchObject({ refusal: 'host_unavailable' })
})
