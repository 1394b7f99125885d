import { expect, test } from 'vitest'
import { type ChooseProfileInput, chooseProfile } from './choose-profile.ts'

const gold = { id: 'prf_1', name: 'Goud', createdAt: new Date(0) }
const silver = { id: 'prf_2', name: 'Zilver', createdAt: new Date(0) }
const standard = { id: 'prf_3', name: 'Standard', createdAt: new Date(0) }

// The accent is stored as a letter of its own here, as one with its letter there.
const twoWords = { id: 'prf_4', name: 'E\u0301e\u0301n Twee' }

function choose(given: Partial<ChooseProfileInput>) {
  return chooseProfile({
    profiles: [gold, silver, standard, twoWords],
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
  [
    'with doubled blanks',
    { invoiceValues: says('\tZil  ver') },
    chosen('prf_3', 'connection', 'unknown_profile'),
  ],
  [
    'a name of two words, with doubled blanks',
    { invoiceValues: says(' één  twee ') },
    chosen('prf_4', 'invoice_field'),
  ],
  ['by id in capitals', { invoiceValues: says('PRF_2') }, chosen('prf_2', 'invoice_field')],
  [
    'an option that was deleted',
    { invoiceValues: [{ value: '179e1564', optionId: null, isGone: true as const }] },
    chosen('prf_3', 'connection', 'deleted_option'),
  ],
  [
    'an option that was deleted and still names a profile',
    { invoiceValues: [{ value: 'Goud', optionId: null, isGone: true as const }] },
    chosen('prf_1', 'invoice_field'),
  ],
  ['a field that was deleted', { isFieldMissing: true }, chosen('prf_3', 'connection', 'missing_field')],
  [
    'a field that was deleted, while the other one says something wrong',
    { isFieldMissing: true, subscriptionValues: says('Brons') },
    chosen('prf_3', 'connection', 'unknown_profile'),
  ],
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

test('a value that names a profile that gave way leads to the one in its place, unless the name was given again', () => {
  const bronze = { id: 'prf_8', name: 'Brons', replacedBy: silver.id }
  const formerGold = { id: 'prf_7', name: 'Goud', replacedBy: silver.id }
  const lost = { id: 'prf_6', name: 'Koper', replacedBy: 'prf_9' }
  const formerProfiles = [formerGold, bronze, lost]
  const by = (value: string) => choose({ formerProfiles, invoiceValues: says(value) })
  expect(by(' BRONS ')).toMatchObject({ profileId: silver.id, profileName: 'Zilver', warning: null })
  expect(by('prf_8')).toMatchObject({ profileId: silver.id, chosenBy: 'invoice_field' })
  expect(by('Goud')).toMatchObject({ profileId: gold.id })
  expect(by('Koper')).toMatchObject({ profileId: standard.id, warning: 'unknown_profile' })
  // Two names of one profile do not disagree.
  expect(choose({ formerProfiles, invoiceValues: [...says('Brons'), ...says('Zilver')] })).toMatchObject({
    profileId: silver.id,
    warning: null,
  })
})
