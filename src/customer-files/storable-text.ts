/** A text out of a file as it can be kept and shown: what is no text is shown as the sign for that, and it is not long. */
export function storableText(text: string, longest = 200): string {
  const isShort = text.length <= longest
  const storable = (isShort ? text : text.slice(0, longest)).replaceAll('\0', '\ufffd').toWellFormed()
  return isShort ? storable : `${storable}…`
}
