import pg from 'pg'

type Parser = (text: string) => unknown

const { builtins } = pg.types
const bigintArray = 1016
const dateArray = 1182
const numericArray = 1231
const parseTextArray = arrayParserOf()

const parsers: Readonly<Record<number, Parser>> = {
  [builtins.INT8]: toSafeInteger,
  [builtins.DATE]: (text) => text,
  [builtins.NUMERIC]: (text) => text,
  [bigintArray]: (text) => parseTextArray(text).map((item) => (item === null ? null : toSafeInteger(item))),
  [dateArray]: parseTextArray,
  [numericArray]: parseTextArray,
}

/** How PostgreSQL's values arrive: bigint as safe integer, date as `YYYY-MM-DD`, timestamptz as Date, numeric as text. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: string) {
    const own = format === 'binary' ? undefined : parsers[oid]
    return own ?? pg.types.getTypeParser(oid, format as 'text')
  },
}

/** The parser of text arrays; the type of the package lists single values only. */
function arrayParserOf(): (text: string) => (string | null)[] {
  const textArray: number = 1009
  return pg.types.getTypeParser(textArray as typeof builtins.TEXT) as (text: string) => (string | null)[]
}

/** Throws instead of rounding: a rounded amount or id would be a wrong one. */
function toSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`${text} from the database does not fit a safe integer`)
  return value
}
