// Promise C2: when reminders leave, and on which days the business is closed, is set in the browser, and said in words
// Promise C1: the account to pay to, and what the payment page offers, are set per profile; no switch goes on without an account
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { expectAccessible, openSignedIn, type SignedIn } from '../support/open-signed-in.ts'

let world: TestApp
let signedIn: SignedIn
let page: SignedIn['page']

type Profile = { id: string; sendTimes: object; nextSendAt: string; iban: string | null } & Record<
  string,
  unknown
>

beforeAll(async () => {
  world = await createTestApp()
  await world.send('PATCH', '/api/v1/creditor', { iban: null })
  await world.send('POST', '/api/v1/profiles', { name: 'Second' })
  signedIn = await openSignedIn(world)
  page = signedIn.page
})
afterAll(async () => {
  await signedIn?.browser.close()
  await world?.stop()
})

const profiles = async () => (await world.get<{ items: Profile[] }>('/profiles')).items
const first = async () => {
  const [profile] = await profiles()
  if (!profile) throw new Error('There is no profile')
  return profile
}

test('a profile is set from top to bottom', async () => {
  await page.goto(`${world.publicUrl}/settings/profiles`)
  await page.getByRole('link', { name: 'Settings of Standard' }).click()
  await page.getByRole('heading', { level: 2, name: 'Standard' }).waitFor()

  // No account: the switch stays off and says why; with one of its own it goes on.
  const reminding = page.getByRole('switch', { name: 'Remind by itself' })
  await reminding.click()
  await page.getByText('Fill in the account number (IBAN) first').waitFor()
  expect(await reminding.isChecked()).toBe(false)
  await page.getByLabel('IBAN of this profile').fill('BE68 5390 0754 7035')
  const account = page.getByRole('region', { name: 'Account to pay to' })
  await account.getByRole('button', { name: 'Save' }).click()
  await account.getByText('This is not a valid IBAN').waitFor()
  await page.getByLabel('IBAN of this profile').fill('be68539007547034')
  await page.getByLabel('Beneficiary').fill('Demeyer Holding')
  await account.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => page.getByLabel('IBAN of this profile').inputValue()).toBe('BE68 5390 0754 7034')
  await reminding.click()
  await expect.poll(() => reminding.isChecked()).toBe(true)
  await page.getByText('Fill in the account number (IBAN) first').waitFor({ state: 'detached' })

  // By the keyboard: Saturday along, other hours, Dutch holidays; each change counts, in the order in which it was made.
  await page.getByRole('checkbox', { name: 'Sat', exact: true }).focus()
  await page.keyboard.press('Space')
  await page.getByLabel('Until').fill('07:00')
  await page.getByLabel('Until').blur()
  await page.getByText('The last hour comes after the first').waitFor()
  await page.getByLabel('Until').fill('16:30')
  await page.getByLabel('Until').blur()
  await page.getByRole('checkbox', { name: 'Netherlands' }).check()
  await page.getByRole('switch', { name: 'Take questions' }).click()
  const wanted = { days: [1, 2, 3, 4, 5, 6], from: '09:00', until: '16:30', holidaysOf: ['BE', 'NL'] }
  await expect.poll(first).toMatchObject({
    sendTimes: wanted,
    iban: 'BE68539007547034',
    beneficiary: 'Demeyer Holding',
    takesQuestions: false,
    showsDocument: true,
    sendReminders: true,
  })
  await page.getByText(/(can leave now, until 16:30|can leave on .+ from 09:00)/).waitFor()
  await expectAccessible(page, 'the page of a profile')
  await page.getByLabel('IBAN of this profile').fill('')
  await account.getByRole('button', { name: 'Save' }).click()
  await account.getByText('This profile sends by itself').waitFor()
})

test('the business cannot lose the account that a profile needs, and says which does', async () => {
  await world.send('PATCH', '/api/v1/creditor', { iban: 'BE71096123456769' })
  await world.send('PATCH', `/api/v1/profiles/${(await first()).id}`, { iban: null })
  await page.goto(`${world.publicUrl}/settings/account/business`)
  const iban = page.getByLabel('IBAN')
  await expect.poll(() => iban.inputValue()).toBe('BE71 0961 2345 6769')
  await iban.fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('These profiles send by themselves and pay to this account: Standard.').waitFor()
  await page.goto(`${world.publicUrl}/settings/profiles/${(await first()).id}`)
  await page.getByText('Now: BE71 0961 2345 6769, of the business').waitFor()
})

test('a closed week moves the next reminders, and is taken away again', async () => {
  await page.getByRole('link', { name: 'All profiles' }).click()
  const today = Temporal.Now.plainDateISO('Europe/Brussels')
  const closed = page.getByRole('region', { name: 'Days on which you are closed' })
  await closed.getByLabel('First day').fill(today.toString())
  await expect.poll(() => closed.getByLabel('Last day').inputValue()).toBe(today.toString())
  await closed.getByLabel('Last day').fill(today.add({ days: 20 }).toString())
  await closed.getByLabel('Why').fill('Stocktaking')
  await page.keyboard.press('Enter')
  await closed.getByText('Stocktaking').waitFor()
  await expectAccessible(page, 'the profiles and the closed days')
  expect((await first()).nextSendAt.slice(0, 10) > today.add({ days: 20 }).toString()).toBe(true)
  await closed.getByRole('button', { name: /^Remove/ }).click()
  await closed.getByText('None.').waitFor()
  expect(await world.get('/creditor')).toMatchObject({ closedPeriods: [] })
})

test('a profile in use is replaced by another one, in its dialog', async () => {
  const [standard] = await profiles()
  world.teamleader.control.addInvoice()
  await world.drain()
  await page.reload()
  await page.getByRole('link', { name: 'Settings of Standard' }).click()
  await page.getByRole('button', { name: 'More with Standard' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete “Standard”?' })
  await dialog.getByText('1 open invoice has it').waitFor()
  await dialog.getByText('it is the default of 1 Teamleader account').waitFor()
  const confirm = dialog.getByRole('button', { name: 'Replace and delete' })
  expect(await confirm.isDisabled()).toBe(true)
  await expectAccessible(page, 'the dialog that replaces a profile')
  await dialog.getByLabel('Profile that takes its place').selectOption('Second')
  await confirm.click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Settings of Second' }).waitFor()
  await expect.poll(() => page.getByRole('link', { name: 'Settings of Standard' }).count()).toBe(0)
  const [only, ...rest] = await profiles()
  expect(rest).toEqual([])
  expect(only?.id).not.toBe(standard?.id)
  expect((await world.get('/invoices')).items).toMatchObject([{ profile: { id: only?.id } }])
  expect(signedIn.problems).toEqual([])
})
