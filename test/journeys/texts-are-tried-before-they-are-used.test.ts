// Promise C9: texts per profile, kind and language, with placeholders that are checked, a preview and "send test to me"
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMailWorld, type MailWorld, stopMailWorld } from '../support/read-messages.ts'

let world: MailWorld
beforeAll(async () => {
  world = await createMailWorld()
})
afterAll(() => stopMailWorld(world))

const text = {
  subject: 'Nog even over {number}',
  body: 'Dag {customer},\n\n{% if dueDate %}Het was {amount} voor {dueDate}.{% endif %}\n\n{business}',
}
const path = () => `/api/v1/profiles/${world.profileId}`

test('a text is shown filled in before it is kept, and mailed to the person who asks alone', async () => {
  await world.send('PATCH', '/api/v1/creditor', { senderEmail: 'boekhouding@deblauwe.example' })
  const asked = { kind: 'reminder', level: 2, language: 'nl', text }
  const seen = await world.send<{ subject: string; text: string; html: string }>(
    'POST',
    `${path()}/preview`,
    asked,
  )
  expect(seen.subject).toMatch(/^Nog even over \d{4} \/ 1$/)
  expect(seen.text).toMatch(/Dag Bakkerij Peeters,\n\nHet was €.121,00 voor \d+ \p{L}+ \d{4}\./u)
  expect(seen.text).toContain('/pay/example')
  expect(await world.send('POST', `${path()}/send-test`, asked)).toEqual({ sentTo: 'ann@example.com' })
  expect(world.mailbox.mails()).toMatchObject([
    { subject: seen.subject, envelope: { to: ['ann@example.com'] } },
  ])
})

test.each(['en', 'nl', 'fr', 'de'])('in %s every level has a text of its own', async (language) => {
  const subjects = await Promise.all(
    [0, 1, 2, 3, 4].map(async (level) => {
      const asked = { kind: level === 0 ? 'invitation' : 'reminder', level, language }
      const { subject, html } = await world.send<{ subject: string; html: string }>(
        'POST',
        `${path()}/preview`,
        asked,
      )
      expect(html).toContain(`lang="${language}"`)
      expect(html).not.toMatch(/[{}]\w+[{}]/)
      return subject
    }),
  )
  expect(new Set(subjects).size).toBe(5)
})

test.each([
  ['an unknown placeholder', { ...text, body: 'Pay {amout}' }, 'text.body', '{amout} is no placeholder'],
  ['a loop', { ...text, body: '{% for i in (1..9) %}x{% endfor %}' }, 'text.body', 'for'],
  ['an open brace', { ...text, subject: 'Invoice {number' }, 'text.subject', 'not closed'],
  ['nothing', { ...text, body: '  ' }, 'text.body', 'A text is needed'],
  [
    'a link to elsewhere',
    { ...text, body: 'See https://evil.example/pay' },
    'text.body',
    'https://evil.example/pay',
  ],
])('%s is refused by its name, when tried and when kept', async (_, bad, field, why) => {
  const tried = await world.visitor.request('POST', `${path()}/preview`, {
    kind: 'invitation',
    language: 'nl',
    text: bad,
  })
  const kept = await world.visitor.request('PATCH', path(), {
    reminders: [{ offsetDays: 5, isOn: true, texts: { nl: bad } }],
  })
  for (const [{ status, body }, at] of [
    [tried, field],
    [kept, field.replace('text.', 'reminders.0.texts.nl.')],
  ] as const) {
    expect(status).toBe(422)
    const { fields } = (body as { error: { fields: { path: string; message: string }[] } }).error
    expect(fields).toMatchObject([{ path: at, message: expect.stringContaining(why) }])
  }
})

test('reminders are switched on with an account to pay to, in an order that leaves days between them', async () => {
  const refusedFor = async (changes: Record<string, unknown>) => {
    const { status, body } = await world.visitor.request('PATCH', path(), changes)
    expect(status).toBe(422)
    return (body as { error: { fields: { path: string }[] } }).error.fields.map((field) => field.path)
  }
  const level = (offsetDays: number) => ({ offsetDays, isOn: true, texts: {} })
  const times = { days: [1], from: '09:00', until: '17:00', holidaysOf: [] }
  await world.send('PATCH', path(), { sendOnBooking: false, sendReminders: false })
  await world.send('PATCH', '/api/v1/creditor', { iban: null })
  expect(await refusedFor({ sendReminders: true })).toEqual(['sendReminders'])
  expect(await refusedFor({ reminders: [level(10), level(12)] })).toEqual(['reminders.1.offsetDays'])
  expect(await refusedFor({ reminders: [level(0)] })).toEqual(['reminders.0.offsetDays'])
  expect(await refusedFor({ sendTimes: { ...times, days: [] } })).toEqual(['sendTimes.days'])
  expect(await refusedFor({ sendTimes: { ...times, until: '08:00' } })).toEqual(['sendTimes.until'])
  await world.send('PATCH', '/api/v1/creditor', { iban: 'BE71096123456769' })
  expect(await world.send('PATCH', path(), { sendReminders: true, reminders: [level(5)] })).toMatchObject({
    sendReminders: true,
    reminders: [{ offsetDays: 5 }],
  })
})
