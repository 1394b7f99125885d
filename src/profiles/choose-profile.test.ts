import { expect, test } from 'vitest'
import { type ChooseProfileInput, chooseProfile } from './choose-profile.ts'

const gold = { id: 'prf_1', name: 'Goud', createdAt: new Date(0) }
const silver = { id: 'prf_2', name: 'Zilver', createdAt: new Date(0) }
const standard = { id: 'prf_3', name: 'Standard', createdAt: new Date(0) }

function choose(given: Partial<ChooseProfileInput>) {
  return chooseProfile({
    profiles: [gold, silver, standard],
    invoiceValues: [],
    subscriptionValues: [],
    customerProfileId: null,
    defaultProfileId: standard.id,
    ...given,
  })
}

const says = (value: string, optionId: string | null = null) => [{ value, optionId }]
const chosen = (profileId: string, chosenBy: string, warning: string | null = null) => ({
  profileId,
  chosenBy,
  warning,
})

test.each([
  ['nothing says anything', {}, chosen('prf_3', 'connection')],
  ['the customer has its own', { customerProfileId: 'prf_1' }, chosen('prf_1', 'customer')],
  ['the customer’s own is gone', { customerProfileId: 'prf_9' }, chosen('prf_3', 'connection')],
  ['the invoice names one', { invoiceValues: says('Goud') }, chosen('prf_1', 'invoice_field')],
  ['in another case, with spaces', { invoiceValues: says('  gOUD ') }, chosen('prf_1', 'invoice_field')],
  ['by id', { invoiceValues: says('prf_2') }, chosen('prf_2', 'invoice_field')],
  ['by the option’s id', { invoiceValues: says('Silver', 'prf_2') }, chosen('prf_2', 'invoice_field')],
  ['the field is empty', { invoiceValues: says('  ') }, chosen('prf_3', 'connection')],
  [
    'invoice before subscription before customer',
    { invoiceValues: says('Goud'), subscriptionValues: says('Zilver'), customerProfileId: 'prf_3' },
    chosen('prf_1', 'invoice_field'),
  ],
  [
    'subscription before customer',
    { subscriptionValues: says('Zilver'), customerProfileId: 'prf_1' },
    chosen('prf_2', 'subscription_field'),
  ],
  [
    'an unknown value falls to the next rule',
    { invoiceValues: says('Brons'), subscriptionValues: says('Zilver') },
    chosen('prf_2', 'subscription_field', 'unknown_profile'),
  ],
  [
    'an unknown value on the subscription',
    { subscriptionValues: says('Brons'), customerProfileId: 'prf_1' },
    chosen('prf_1', 'customer', 'unknown_profile'),
  ],
  [
    'two subscriptions that agree',
    { subscriptionValues: [...says('Goud'), ...says('prf_1')] },
    chosen('prf_1', 'subscription_field'),
  ],
  [
    'two subscriptions that disagree',
    { subscriptionValues: [...says('Goud'), ...says('Zilver')] },
    chosen('prf_3', 'connection', 'several_profiles'),
  ],
])('%s', (_, given, expected) => {
  expect(choose(given)).toMatchObject(expected)
})

test('a warning quotes the value as it was typed', () => {
  expect(choose({ invoiceValues: says(' Brons ') }).warningValue).toBe(' Brons ')
})
