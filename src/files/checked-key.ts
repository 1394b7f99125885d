const keyForm = /^[a-z0-9_-]+(?:\/[a-z0-9_-]+)+$/

/** The key itself. A key of another form is our bug, and must never become a path or an address. */
export function checkedKey(key: string): string {
  if (!keyForm.test(key)) throw new Error(`"${key}" is no key of a file`)
  return key
}
