import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ownVerdicts, type VerdictCode, verdictWords } from '../src/diagnosis/index.ts'
import { failCauses, skipCauses } from '../src/imports/index.ts'
import { profileFieldLabels } from '../src/profile-choices/index.ts'
import {
  profileReasons,
  profileReasonWords,
  profileWarnings,
  profileWarningWords,
} from '../src/profiles/index.ts'
import { profileChoicesInEnglish } from '../web/src/texts/profile-choices/en.ts'

/**
 * Writes the guide's pages that rest on words that the app itself shows: invoices that stay out, and profiles through
 * custom fields. With `--verify` it changes nothing and fails when a page is not up to date.
 */
const whyNotImported = `# Why is my invoice not here?

Every invoice that Teamleader told Vorder about has one line in **Import > Ledger**: it came in, or the line says why
not and what helps. Nothing has to be reported or retried by hand for causes that vanish: when the invoice changes in
Teamleader, Vorder decides again.

Is it not in the ledger either? Ask **Why is my invoice not here?** with its number, the link of the invoice in
Teamleader, or its id. Vorder looks at the ledger and once more in Teamleader, and says what is so now, what happened
in which order, and the one thing that helps. While Teamleader cannot be asked, the answer rests on the ledger and says
so. **Copy diagnostic** gives a text for whoever helps you; no secret and no name of a customer is in it.

## It stays out by a rule

${skipCauses.map(section).join('\n')}
## It could not come in yet

Vorder looks again by itself: soon at first, then ever less often for two weeks. The line shows the next time.
**Try again** looks at once.

${failCauses.map(section).join('\n')}
## What only a look can tell

${ownVerdicts.map(section).join('\n')}`

function section(code: VerdictCode): string {
  const { title, explanation, remedy } = verdictWords(code, 'en')
  return `### ${title}\n\n${explanation}\n\n*What helps:* ${remedy}\n`
}

const { label, knownLabels } = profileFieldLabels('en')
const { step } = profileChoicesInEnglish.profileFields
const { profileChoices, profileFields } = profileChoicesInEnglish
const otherLabels = knownLabels.filter((one) => one !== label).map((one) => `"${one}"`)

const profilesThroughCustomFields = `# Profiles through custom fields

A profile says how an invoice is invited, reminded and collected. Which one an invoice gets, Vorder finds in this order;
the first that says something counts:

${profileReasons.map(reason).join('\n')}

Two custom fields in Teamleader can say it: one on invoices, one on subscriptions. The value is the name of a profile, or
its id; capitals, blanks at the ends and doubled blanks do not matter. A field with fixed choices is best: nobody can
mistype then. A text field works too.

Several subscriptions can make one invoice. When they agree, they choose; when they do not, none of them does, and the
invoice bears a warning. The field on the invoice wins from them in any case.

## Making the fields

In **Settings > Integrations**, press **${profileFields.make}**. Vorder makes a field called "${label}"
(${otherLabels.join(' or ')} for whoever works in Dutch or French) on invoices and one on subscriptions, with a choice for each
profile, and chooses them. What is there already is used; pressed twice, nothing is made twice.

This needs the scope \`settings\` of the integration and a connected user who may change settings in Teamleader. Without
them, do it by hand:

1. ${step.open}
2. ${step.add}
3. ${step.options}
4. ${step.choose}

A profile that is added later needs a choice of its own in both fields. Teamleader lets only a person add one; the settings
say which profile is without a choice, and which choice names no profile.

## Seeing which invoice chose what

**${profileFields.seeChoices}** (a link below the fields in the settings, and on each invoice beside its
profile) lists every invoice with its profile, what chose it, and what the fields said when they were read last. The tabs
count by reason: ${Object.values(profileChoices.view).join(', ')}.

A profile that was chosen stays until the fields are read again: when the invoice changes in Teamleader, or somebody refreshes
it. A default that is changed in the settings moves no invoice that is in.

## When a field says something wrong

The invoice comes in all the same, by the next rule, and bears a warning: on the invoice, in the import ledger and on the
page above. When the field is corrected on the invoice in Teamleader, Vorder reads it again by itself and the warning goes. A subscription
that is corrected, and a profile that is added here, count for the next invoice; for one that is in, press
**Refresh from Teamleader** on the invoice, or choose several in the overview and refresh them. The name of a
profile that was [replaced](profiles.md#deleting-and-replacing) is no unknown one: it leads to the one in its place.

${profileWarnings.map(warning).join('\n')}`

function reason(code: (typeof profileReasons)[number], index: number): string {
  const { title, explanation } = profileReasonWords(code, 'en')
  return `${index + 1}. **${title}.** ${explanation}`
}

function warning(code: (typeof profileWarnings)[number]): string {
  const { title, explanation } = profileWarningWords(code, 'en')
  return `### ${title}\n\n${explanation}\n`
}

const pages = {
  'why-not-imported.md': whyNotImported,
  'profiles-through-custom-fields.md': profilesThroughCustomFields,
}
for (const [name, text] of Object.entries(pages)) {
  const page = fileURLToPath(new URL(`../docs/guide/${name}`, import.meta.url))
  if (!process.argv.includes('--verify')) writeFileSync(page, text)
  else if (readFileSync(page, 'utf8') !== text) {
    console.error(`docs/guide/${name} differs from the app; run: npm run guide`)
    process.exitCode = 1
  }
}
