const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const ownId = /^[a-z]{3}_[0-9a-f]{32}$/
/** A name as in addresses, operations and fields; chance mixes cases and digits in other ways. */
const word = /^(?:[A-Za-z]?[a-z0-9_-]{0,22}|[a-z]+(?:[A-Z][a-z]+)*)$/

/**
 * The text without what should not leave the house with it: anything that could be a token or a secret (long runs of
 * letters and digits that are no id), and e-mail addresses.
 */
export function withoutSecrets(text: string): string {
  return text
    .replace(/[^\s<>"']+@[^\s<>"']+/g, '[address]')
    .replace(/[A-Za-z0-9_\-+/=.]{24,}/g, (run) => (isHarmless(run) ? run : '[hidden]'))
}

/** Ids, and words that are joined by dots or slashes. */
function isHarmless(run: string): boolean {
  if (uuid.test(run) || ownId.test(run)) return true
  return run.split(/[./=]/).every((part) => uuid.test(part) || (part.length < 24 && word.test(part)))
}
