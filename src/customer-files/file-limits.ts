/**
 * What a file may hold. A cell holds what a spreadsheet's cell can hold (Excel: 32,767 characters); the others keep memory
 * bounded and are far above any list of customers.
 */
export const fileLimits = {
  cellCharacters: 32_767,
  rowCharacters: 1_000_000,
  columns: 200,
  rows: 1_000_000,
  /** Of one part of a workbook, unpacked, and how many times larger than packed it may be. */
  unpackedBytes: 1024 ** 3,
  unpackedRatio: 250,
  /** Parts smaller than this may be packed as tightly as they like. */
  harmlessBytes: 20 * 1024 ** 2,
} as const
