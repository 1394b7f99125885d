import { expect, test } from 'vitest'
import { renderMail } from './render-mail.ts'

const hostile = `<script>alert("1")</script> & 'co'`

test('what people typed is text in HTML, everywhere', () => {
  const { html } = renderMail([
    { heading: hostile },
    { paragraph: hostile },
    {
      items: [
        { title: hostile, text: hostile, links: [{ label: hostile, url: 'https://x.example/?a="><b>' }] },
      ],
    },
  ])
  expect(html).not.toContain('<script')
  expect(html).not.toContain('"><b>')
  expect(html).toContain('&lt;script&gt;')
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'not an address', null])('%s is no link', (url) => {
  const { text, html } = renderMail([{ links: [{ label: 'Open', url }] }])
  expect(text.trim()).toBe('')
  expect(html).not.toContain('href')
})

test('the text form says the same, with the addresses written out', () => {
  const { text } = renderMail([
    {
      items: [
        {
          title: '2026 / 1\n· Ann',
          text: 'Why\nWhat helps',
          links: [{ label: 'Show', url: 'https://v.example/a' }],
        },
      ],
    },
  ])
  expect(text).toBe('- 2026 / 1 · Ann\n  Why\n  What helps\n  Show: https://v.example/a\n')
})
