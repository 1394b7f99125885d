import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** What we read of Vitest's JSON report. */
const reportShape = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

type Outcome = { passed: number; failed: number; skipped: number }

/**
 * Prints `N passed, N failed` alone on the last line and fails when anything did. A test file that could not
 * be loaded, a failed check and a run that broke off each count as one failure: none of them has a test to
 * show for it.
 */
function closeRun([reportFile = '', check = '1', tests = '1']: string[]): void {
  const outcome = readOutcome(reportFile)
  if (check !== '0') outcome.failed += 1
  if (tests !== '0' && outcome.failed === 0) outcome.failed += 1
  const skipped = outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : ''
  console.log(`${outcome.passed} passed, ${outcome.failed} failed${skipped}`)
  if (outcome.failed > 0) process.exitCode = 1
}

function readOutcome(reportFile: string): Outcome {
  try {
    const report = reportShape.parse(JSON.parse(readFileSync(reportFile, 'utf8')))
    const unloaded = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    )
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded.length,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } catch (error) {
    console.error('The report of the tests cannot be read:', error)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

closeRun(process.argv.slice(2))
