// Promise C1: the mails as a customer sees them: in four languages, light and dark, on a phone and wide, with one button that leads to the page
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/open-browser.ts'
import { expectAccessible } from '../support/open-signed-in.ts'
import { createMailWorld, type MailWorld, stopMailWorld } from '../support/read-messages.ts'
import { mondayAtTen, tick } from '../support/read-reminders.ts'

const languages = ['en', 'nl', 'fr', 'de'] as const
/** The sum and the button, as each language writes them; the signs between the figures are as ICU has them. */
const written = {
  en: { amount: /€\s?12,345\.67/, button: 'See and pay the invoice' },
  nl: { amount: /€\s?12\.345,67/, button: 'Bekijk en betaal de factuur' },
  fr: { amount: /12\s345,67\s?€/, button: 'Voir et payer la facture' },
  de: { amount: /12\.345,67\s?€/, button: 'Rechnung ansehen und bezahlen' },
} as const

/** Where to keep pictures for people, when somebody asks for them. */
const pictures = process.env.VORDER_PICTURES

type Mail = { subject: string; html: string }

let world: MailWorld
let browser: Browser
let page: Page
let asked: string[]
const invitations = new Map<string, Mail>()
const reminders: Mail[] = []

beforeAll(async () => {
  world = await createMailWorld({ profile: { waitForDocument: false, sendReminders: true } })
  await world.send('PATCH', '/api/v1/creditor', {
    name: 'Drukkerij De Blauwe & Zoon',
    iban: 'BE68539007547034',
    senderEmail: 'boekhouding@deblauwe.example',
  })
  const { control } = world.teamleader
  const monday = mondayAtTen(world.ctx.now())
  await world.advance(monday.epochMilliseconds - world.ctx.now().getTime())
  const dueOn = monday.toPlainDate().subtract({ days: 3 }).toString()
  for (const language of languages) {
    const { id } = control.addCompany({
      name: `Bakkerij Peeters, Vandenbroucke & Sœurs (${language})`,
      email: `${language}@peeters.example`,
      language,
    })
    control.addInvoice({
      customer: { type: 'company', id },
      total: 1_234_567,
      dueOn: monday.toPlainDate().add({ days: 14 }).toString(),
    })
  }
  await world.drain()
  for (const mail of world.mailbox.mails()) {
    const language = mail.to.join().slice(0, 2)
    invitations.set(language, mail)
  }
  const { id } = control.addCompany({ name: 'Slagerij Maes', email: 'maes@maes.example', language: 'nl' })
  control.addInvoice({ customer: { type: 'company', id }, total: 30_250, dueOn })
  await world.drain()
  for (const days of [0, 7, 7, 14]) {
    await world.advance(days * 86_400_000)
    await tick(world)
  }
  reminders.push(...world.mailbox.mails().filter(({ subject, to }) => to.join().includes('maes') && subject))
  browser = await openBrowser()
  page = await (await browser.newContext({ javaScriptEnabled: true })).newPage()
  asked = []
  page.on('request', (request) => asked.push(request.url()))
})
afterAll(async () => {
  await browser?.close()
  if (world) await stopMailWorld(world)
})

/** Opens the HTML of a mail as a mail program does: no scripts, nothing from outside. */
async function open(mail: Mail, how: { width: number; colorScheme: 'light' | 'dark'; name: string }) {
  await page.setViewportSize({ width: how.width, height: 900 })
  await page.emulateMedia({ colorScheme: how.colorScheme })
  await page.setContent(mail.html)
  if (pictures) await page.screenshot({ path: join(pictures, `${how.name}.png`), fullPage: true })
}

async function expectReadable(name: string): Promise<void> {
  await expectAccessible(page, name)
  const { wide, room } = (await page.evaluate(
    '({ wide: document.documentElement.scrollWidth, room: innerWidth })',
  )) as { wide: number; room: number }
  expect(wide, `${name} needs no scrolling sideways`).toBeLessThanOrEqual(room)
}

test.each(languages)(
  'the invitation in %s says what is asked, on a phone in the dark and wide in the light',
  async (language) => {
    const mail = invitations.get(language)
    if (!mail) throw new Error(`No invitation in ${language}`)
    for (const [width, colorScheme] of [
      [390, 'dark'],
      [820, 'light'],
    ] as const) {
      const name = `mail-invitation-${width}-${colorScheme}-${language}`
      await open(mail, { width, colorScheme, name })
      await expectReadable(name)
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      expect(await page.locator('body').textContent()).toMatch(written[language].amount)
      const button = page.getByRole('link')
      expect(await button.count()).toBe(1)
      expect((await button.textContent())?.trim()).toBe(written[language].button)
      expect(await button.getAttribute('href')).toMatch(/^https?:\/\/\S+\/pay\//)
    }
  },
)

test('four reminders, firmer each time, are as readable', async () => {
  expect(new Set(reminders.map(({ subject }) => subject)).size).toBe(4)
  for (const [at, mail] of reminders.entries()) {
    const [width, colorScheme] = at % 2 === 0 ? ([390, 'light'] as const) : ([820, 'dark'] as const)
    const name = `mail-reminder-${at + 1}-${width}-${colorScheme}-nl`
    await open(mail, { width, colorScheme, name })
    await expectReadable(name)
  }
})

test('a mail loads nothing: no picture, style, script or letter from anywhere', async () => {
  expect(asked).toEqual([])
})
