// Promise N6: every page in English, Dutch and French, on a phone without scrolling sideways, and by the keyboard alone
import { afterAll, beforeAll, expect, test } from 'vitest'
import { en } from '../../web/src/texts/en.ts'
import { fr } from '../../web/src/texts/fr.ts'
import { invoicesInEnglish } from '../../web/src/texts/invoices/en.ts'
import { invoicesInFrench } from '../../web/src/texts/invoices/fr.ts'
import { invoicesInDutch } from '../../web/src/texts/invoices/nl.ts'
import { nl } from '../../web/src/texts/nl.ts'
import { openSignedIn, type SignedIn } from '../support/open-signed-in.ts'
import { createMailWorld, type MailWorld, stopMailWorld } from '../support/read-messages.ts'

type Catalogue = { readonly [key: string]: string | Catalogue }

const english = sentencesOf({ ...en, ...invoicesInEnglish })
const sentences = {
  nl: sentencesOf({ ...nl, ...invoicesInDutch }),
  fr: sentencesOf({ ...fr, ...invoicesInFrench }),
}

let world: MailWorld
let signedIn: SignedIn
let page: SignedIn['page']
let pages: string[]

beforeAll(async () => {
  world = await createMailWorld({ resting: ['retrieve-documents'], profile: { waitForDocument: false } })
  world.teamleader.control.addInvoice({ total: 123_450 })
  await world.drain()
  const [invoice] = (await world.get('/invoices')).items
  const [customer] = (await world.get('/customers')).items
  pages = [
    '/overview',
    '/tasks',
    '/calendar',
    '/invoices',
    `/invoices/${invoice?.id}`,
    '/invoices/import',
    '/invoices/profile-choices',
    '/customers',
    '/customers/new',
    `/customers/${customer?.id}`,
    '/customers/import',
    '/import',
    '/activity',
    '/runs',
    '/settings/integrations',
    '/settings/profiles',
    `/settings/profiles/${world.profileId}`,
    '/settings/addresses',
    '/settings/account/business',
    '/settings/account/shared-files',
  ]
  signedIn = await openSignedIn(world)
  page = signedIn.page
})
afterAll(async () => {
  await signedIn?.browser.close()
  if (world) await stopMailWorld(world)
})

test.each(['nl', 'fr'] as const)(
  'on a phone every page speaks %s, and needs no scrolling sideways',
  async (language) => {
    await world.send('PATCH', '/api/v1/me', { language })
    await page.setViewportSize({ width: 390, height: 844 })
    for (const address of pages) {
      await open(address)
      await expect.poll(() => page.locator('html').getAttribute('lang'), { message: address }).toBe(language)
      const words = (await page.locator('body').textContent()) ?? ''
      const own = sentences[language].filter((sentence) => words.includes(sentence))
      expect(own.length, `${address} says something in its language`).toBeGreaterThan(3)
      const left = english.filter((sentence) => sentence.split(' ').length > 2 && words.includes(sentence))
      expect(left, `${address} says nothing in English`).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth'), address).toBeLessThanOrEqual(390)
    }
  },
)

test('by the keyboard alone: everything that can be pressed is reached, and what has the focus is seen', async () => {
  await world.send('PATCH', '/api/v1/me', { language: 'en' })
  await page.setViewportSize({ width: 1440, height: 1000 })
  for (const address of [pages[4], pages[3], '/calendar', '/settings/profiles']) {
    await open(address ?? '/')
    const { missed, unseen } = await tabThrough()
    expect({ address, missed, unseen }).toEqual({ address, missed: [], unseen: [] })
  }
})

test('nothing failed in the browser on the way', () => {
  expect(signedIn.problems).toEqual([])
})

async function open(address: string): Promise<void> {
  await page.goto(`${world.publicUrl}${address}`)
  await page.locator('main').locator('h1, h2').first().waitFor()
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' })
}

/** Presses Tab until the page is through; names what was not reached, and what showed no sign of the focus. */
async function tabThrough(): Promise<{ missed: string[]; unseen: string[] }> {
  await page.evaluate(markPressables)
  const unseen = new Set<string>()
  // A list takes the focus when it opens, so the round goes on at the top once it has left the page.
  for (let presses = 0, rounds = 0; presses < 200 && rounds < 2; presses++) {
    await page.keyboard.press('Tab')
    const focused = (await page.evaluate(noteFocus)) as { isOutside: boolean; name: string; isSeen: boolean }
    if (focused.isOutside) rounds++
    else if (!focused.isSeen) unseen.add(focused.name)
  }
  return { missed: (await page.evaluate(listMissed)) as string[], unseen: [...unseen] }
}

const markPressables = `
  for (const one of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
    const box = one.getBoundingClientRect()
    const isShown = box.width > 0 && box.height > 0 && getComputedStyle(one).visibility === 'visible'
    // Of a group of choices one has the focus; the arrows move inside it.
    const isOneOfMany = one.type === 'radio' || one.tabIndex < 0
    if (isShown && !one.disabled && !isOneOfMany) one.dataset.pressable = 'waiting'
  }`

const noteFocus = `(() => {
  const one = document.activeElement
  if (!one || one === document.body) return { isOutside: true, name: '', isSeen: true }
  if (one.dataset.pressable) one.dataset.pressable = 'reached'
  const styles = [one, one.parentElement, one.nextElementSibling].filter(Boolean).map((each) => getComputedStyle(each))
  const isSeen = styles.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none') ||
    one.matches('input, select, textarea')
  return { isOutside: false, name: one.outerHTML.slice(0, 120), isSeen }
})()`

const listMissed = `[...document.querySelectorAll('[data-pressable=waiting]')].map((one) => one.outerHTML.slice(0, 160))`

function sentencesOf(catalogue: Catalogue): string[] {
  return Object.values(catalogue).flatMap((text) =>
    typeof text === 'string' ? (text.includes('{{') ? [] : [text]) : sentencesOf(text),
  )
}
