/** The languages of customers that are named in files, in English, in themselves, and in our neighbours' languages. */
const names: Readonly<Record<string, string>> = {
  nl: 'dutch nederlands neerlandais niederlandisch hollandisch vlaams flemish flamand nld dut',
  fr: 'french frans francais franzosisch fra fre',
  de: 'german duits allemand deutsch deu ger',
  en: 'english engels anglais englisch eng',
  es: 'spanish spaans espagnol spanisch espanol castellano spa',
  it: 'italian italiaans italien italienisch italiano ita',
  pt: 'portuguese portugees portugais portugiesisch portugues por',
  pl: 'polish pools polonais polnisch polski pol',
  tr: 'turkish turks turc turkisch turkce tur',
  ar: 'arabic arabisch arabe ara',
  ro: 'romanian roemeens roumain rumanisch romana ron',
  bg: 'bulgarian bulgaars bulgare bulgarisch bul',
}

const codeOfName = new Map(
  Object.entries(names).flatMap(([code, words]) => words.split(' ').map((word) => [word, code] as const)),
)
const known = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
/** Asking for a name takes as long as reading the rest of a row. */
const isKnown = new Map<string, boolean>()

/**
 * The two-letter code of a language that is written as a code (`nl`), with a region (`nl_BE`), or by its name in four
 * languages; undefined when it is unknown.
 */
export function readLanguage(text: string): string | undefined {
  const plain = text.trim().normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
  const code = /^([a-z]{2})(?:[-_][a-z0-9]{2,4})?$/.exec(plain)?.[1]
  if (code) return isKnown.getOrInsertComputed(code, hasName) ? code : undefined
  return codeOfName.get(plain)
}

function hasName(code: string): boolean {
  return known.of(code) !== undefined
}
