import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ownVerdicts, type VerdictCode, verdictWords } from '../src/diagnosis/index.ts'
import { failCauses, skipCauses } from '../src/imports/index.ts'

/**
 * Writes the guide's page about invoices that stay out from the words that the app itself shows. With `--verify` it
 * changes nothing and fails when the page is not up to date.
 */
const page = fileURLToPath(new URL('../docs/guide/why-not-imported.md', import.meta.url))

const text = `# Why is my invoice not here?

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

if (!process.argv.includes('--verify')) writeFileSync(page, text)
else if (readFileSync(page, 'utf8') !== text) {
  console.error('docs/guide/why-not-imported.md differs from the app; run: npm run guide')
  process.exitCode = 1
}
