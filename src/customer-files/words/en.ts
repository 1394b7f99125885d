import type { FileCatalogue } from './catalogue.ts'

export const filesInEnglish: FileCatalogue = {
  problems: {
    empty_file: () => ({
      title: 'The file is empty',
      explanation: 'The file holds no rows of customers.',
    }),
    not_text: () => ({
      title: 'Not a file of customers',
      explanation: 'The file is neither text (CSV) nor an Excel workbook (XLSX).',
    }),
    unclosed_quote: ({ line }) => ({
      title: 'A quotation mark is not closed',
      explanation: `The quotation mark that opens on line ${line} is never closed. Close it, or take it away, and upload the file again.`,
    }),
    broken_quote: ({ line }) => ({
      title: 'A quotation mark stands in the wrong place',
      explanation: `In the cell that begins on line ${line} text follows the closing quotation mark. A quotation mark inside a quoted cell is written twice.`,
    }),
    cell_too_long: ({ line, limit }) => ({
      title: 'A cell is too long',
      explanation: `The cell that begins on line ${line} holds more than ${limit} characters. Perhaps a quotation mark there is not closed.`,
    }),
    row_too_long: ({ line, limit }) => ({
      title: 'A row is too long',
      explanation: `The row that begins on line ${line} holds more than ${limit} characters.`,
    }),
    too_many_columns: ({ line, limit }) => ({
      title: 'Too many columns',
      explanation: `Row ${line} has more than ${limit} columns.`,
    }),
    too_many_rows: ({ limit }) => ({
      title: 'Too many rows',
      explanation: `The file has more than ${limit} rows. Split it into several files.`,
    }),
    old_workbook: () => ({
      title: 'An old or protected workbook',
      explanation:
        'The workbook has the old format (XLS) or is protected by a password. Save it as XLSX without a password.',
    }),
    not_a_workbook: () => ({
      title: 'Not an Excel workbook',
      explanation: 'The file is a packed file, but no Excel workbook (XLSX).',
    }),
    broken_workbook: () => ({
      title: 'The workbook is damaged',
      explanation: 'The workbook cannot be read to its end. Open it in Excel, save it, and upload it again.',
    }),
    workbook_too_large: () => ({
      title: 'The workbook is too large',
      explanation:
        'Unpacked, the workbook is far larger than a list of customers can be. Nothing of it was read.',
    }),
    no_such_sheet: () => ({
      title: 'There is no such sheet',
      explanation: 'The workbook has no sheet of that name.',
    }),
    file_too_large: ({ limit }) => ({
      title: 'The file is too large',
      explanation: `A file may hold up to ${limit} MB.`,
    }),
  },
  refusals: {
    no_name: () => ({
      title: 'No name',
      explanation: 'A customer needs a company name, or a first or last name.',
    }),
    invalid_email: ({ value }) => ({
      title: 'Not an e-mail address',
      explanation: `“${value}” is not an e-mail address.`,
    }),
    invalid_cc: ({ value }) => ({
      title: 'Not an e-mail address',
      explanation: `“${value}” in the CC is not an e-mail address.`,
    }),
    not_text: () => ({
      title: 'Characters that are no text',
      explanation: 'The cell holds characters that are no text and cannot be kept.',
    }),
    too_long: ({ limit }) => ({
      title: 'Too long',
      explanation: `The cell holds more than ${limit} characters.`,
    }),
    too_many_cells: () => ({
      title: 'More cells than columns',
      explanation:
        'The row has more cells than the first row has columns. Perhaps a value holds the delimiter without quotation marks around it.',
    }),
    duplicate_in_file: ({ line }) => ({
      title: 'Twice in the file',
      explanation: `Line ${line} is about the same customer.`,
    }),
    unknown_customer: () => ({
      title: 'No such customer',
      explanation: 'Only existing customers are updated, and none of them fits this row.',
    }),
    ambiguous: ({ numbers }) => ({
      title: 'Fits several customers',
      explanation: `The row fits these customers: ${numbers.join(', ')}. Add the customer number.`,
    }),
    number_taken: ({ value }) => ({
      title: 'The number belongs to another customer',
      explanation: `Customer number ${value} already belongs to another customer.`,
    }),
    linked_elsewhere: ({ numbers }) => ({
      title: 'Linked to another record',
      explanation: `Customer ${numbers.join(', ')} is linked to another record in Teamleader than the row says.`,
    }),
    unknown_profile: ({ value }) => ({
      title: 'No such profile',
      explanation: `There is no profile “${value}”.`,
    }),
    anonymised: ({ numbers }) => ({
      title: 'Anonymised',
      explanation: `Customer ${numbers.join(', ')} was anonymised and stays so.`,
    }),
    only_new: () => ({
      title: 'Exists already',
      explanation: 'Only new customers are added, so this one was left as it is.',
    }),
  },
  notes: {
    unknown_account: 'Comes in without a link: the row names a Teamleader account that is not connected here',
  },
  kept: {
    edited_by_hand: 'Changed by hand since',
    has_invoices: 'Has invoices, which the law wants kept',
    merged: 'Merged with another customer since',
    anonymised: 'Anonymised since',
    later_import: 'Changed by a later import',
    number_taken: 'Its former number belongs to another customer by now',
    already_gone: 'No longer there',
  },
}
