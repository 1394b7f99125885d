const longest = 254

/**
 * Looks like an address that mail can be sent to: one `@`, a domain with a dot, no spaces or signs that end an address
 * in a mail header. Whether it exists only a message tells.
 */
export function isEmailAddress(text: string): boolean {
  return (
    text.length <= longest &&
    /^[^\s@<>(),;:"\\\p{Cc}]+@[^\s@<>(),;:"\\\p{Cc}]+\.[^\s@<>(),;:."\\\p{Cc}]+$/u.test(text)
  )
}

/** The addresses of a text in which several may stand, separated by comma or semicolon; each once, in their order. */
export function splitEmailAddresses(text: string): string[] {
  const seen = new Set<string>()
  return text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !seen.has(part.toLowerCase()) && seen.add(part.toLowerCase()))
}
