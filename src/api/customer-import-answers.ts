import { z } from 'zod'
import {
  type CustomerImport,
  type CustomerImportRow,
  canUndo,
  fileProblemWords,
  importChoices,
  importState,
  keptWords,
  noteWords,
  refusalWords,
} from '../customer-files/index.ts'
import type { Language } from '../texts/index.ts'
import { instantAnswer } from './answers.ts'
import { answerLongRun, longRunAnswer } from './long-run-routes.ts'

export const readingAnswer = z
  .object({
    format: z.enum(['csv', 'xlsx']),
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    decimal: z.null().describe('Customers have no amounts: nothing to choose'),
    dateForm: z.null().describe('Customers have no dates: nothing to choose'),
    sheet: z.string().nullable(),
    hasHeader: z.boolean(),
    headerLine: z.int().nullable().describe('The line or row that names the columns, from 1; null for none'),
  })
  .meta({ id: 'FileReading' })

const columnAnswer = z
  .object({
    index: z.int(),
    header: z.string(),
    samples: z.array(z.string()),
    target: z.enum(importChoices.targets).nullable(),
    guessedBy: z.enum(['name', 'content', 'remembered']).nullable(),
  })
  .meta({ id: 'FileColumn' })

const problemAnswer = z.object({ code: z.string(), message: z.string() })

const countsAnswer = z.object({
  total: z.int(),
  create: z.int(),
  update: z.int(),
  unchanged: z.int(),
  refuse: z.int(),
  unlinked: z.int().describe('Rows that name an account that is not connected here'),
  deleted: z.int().describe('By an undo'),
  restored: z.int().describe('By an undo'),
  kept: z.int().describe('By an undo: changed by hand since'),
})

export const customerImportAnswer = z
  .object({
    id: z.string(),
    state: z.enum([
      'uploaded',
      'previewing',
      'previewed',
      'importing',
      'imported',
      'undoing',
      'undone',
      'failed',
    ]),
    fileName: z.string(),
    sizeBytes: z.int(),
    reading: readingAnswer,
    sheets: z.array(z.string()),
    columns: z.array(columnAnswer),
    mode: z.enum(importChoices.modes),
    match: z.object({ email: z.boolean(), vatNumber: z.boolean() }),
    counts: countsAnswer.nullable(),
    run: longRunAnswer.nullable(),
    refusedCount: z.int(),
    canUndo: z.boolean(),
    uploadedAt: instantAnswer,
    uploadedByName: z.string().nullable(),
    problem: problemAnswer.nullable(),
  })
  .meta({ id: 'CustomerImport' })

const valueAnswer = z.union([z.string(), z.array(z.string()), z.null()])

export const importRowAnswer = z
  .object({
    line: z.int(),
    outcome: z.enum(importChoices.outcomes),
    name: z.string(),
    customerId: z.string().nullable(),
    changes: z.array(z.object({ field: z.string(), before: valueAnswer, after: valueAnswer })),
    refusal: z
      .object({
        code: z.string(),
        column: z.string().nullable(),
        title: z.string(),
        explanation: z.string(),
      })
      .nullable(),
    notes: z.array(z.string()),
    undone: z.enum(['deleted', 'restored', 'kept']).nullable(),
    undoneReason: z.string().nullable(),
  })
  .meta({ id: 'CustomerImportRow' })

export function answerImport(
  customerImport: CustomerImport,
  { now, language }: { now: Date; language: Language },
): z.infer<typeof customerImportAnswer> {
  const { run, importRun, matchBy, problem } = customerImport
  const counts = countsOf(customerImport)
  return {
    id: customerImport.id,
    state: importState(customerImport),
    fileName: customerImport.fileName,
    sizeBytes: customerImport.sizeBytes,
    reading: answerReading(customerImport.reading),
    sheets: customerImport.sheets,
    columns: customerImport.columns,
    mode: customerImport.mode,
    match: { email: matchBy.includes('email'), vatNumber: matchBy.includes('vatNumber') },
    counts,
    run: run && answerLongRun(run, now),
    refusedCount: (importRun ?? run)?.counts.refuse ?? 0,
    canUndo: canUndo(customerImport),
    uploadedAt: customerImport.uploadedAt.toISOString(),
    uploadedByName: customerImport.uploadedByName,
    problem: problem
      ? { code: problem.code, message: fileProblemWords(problem, language).explanation }
      : problemOfRun(customerImport),
  }
}

/** Of a file that was read before the line was kept, it is not known. */
function answerReading(reading: CustomerImport['reading']): z.infer<typeof readingAnswer> {
  return { ...reading, headerLine: reading.headerLine ?? null, decimal: null, dateForm: null }
}

const noCounts = {
  create: 0,
  update: 0,
  unchanged: 0,
  refuse: 0,
  unlinked: 0,
  deleted: 0,
  restored: 0,
  kept: 0,
}

/** Of the import; before it, of the preview. An undo adds its own. */
function countsOf({ run, importRun }: CustomerImport): z.infer<typeof countsAnswer> | null {
  if (!run) return null
  const counts = { ...noCounts, ...importRun?.counts, ...run.counts }
  return { ...counts, total: counts.create + counts.update + counts.unchanged + counts.refuse }
}

function problemOfRun({ run }: CustomerImport): z.infer<typeof problemAnswer> | null {
  return run?.state === 'failed' ? { code: run.cause ?? 'unexpected', message: run.causeDetail ?? '' } : null
}

export function answerRow(row: CustomerImportRow, language: Language): z.infer<typeof importRowAnswer> {
  const { line, outcome, name, customerId, changes, refusal, notes, undone, undoneCause } = row
  return {
    line,
    outcome,
    name,
    customerId,
    changes,
    refusal: refusal && {
      code: refusal.code,
      column: refusal.column,
      ...refusalWords(refusal, language),
    },
    notes: notes.map((note) => noteWords(note, language)),
    undone,
    undoneReason: undoneCause && keptWords(undoneCause, language),
  }
}
