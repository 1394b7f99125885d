/** Everything about one customer. */
export function CustomerPage() {
  return null
}
