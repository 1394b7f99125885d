import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { TestApp } from './create-test-app.ts'
import { openBrowser } from './open-browser.ts'

/** A browser in which the administrator of the test world is signed in, and what failed in its pages. */
export type SignedIn = { browser: Browser; page: Page; problems: string[] }

/** Opens the invoices as the administrator; close the browser yourself. */
export async function openSignedIn(world: TestApp): Promise<SignedIn> {
  const browser = await openBrowser()
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    // What fades in is too pale for axe while it does.
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto(`${world.publicUrl}/sign-in`)
  await page.getByLabel('E-mail').fill('ann@example.com')
  await page.getByLabel('Password', { exact: true }).fill('a long enough password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1, name: 'Invoices' }).waitFor()
  return { browser, page, problems }
}

/** Nothing that axe finds by the rules of WCAG 2.2 AA. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  )
  expect(found, name).toEqual([])
}
