import type { CrmCustomer, CrmCustomerRef, CrmSource, Unreadable } from '../crm/index.ts'

/** When there are more they are asked for again; it keeps a long run in bounded memory. */
const rememberedAtMost = 5_000

/** What the CRM said of a customer; neither of the two: it has none. */
type Said = { item?: CrmCustomer | undefined; problem?: Unreadable | undefined }

/**
 * The same source, which asks for a customer once. A preview makes no customers, so without this it would ask for the same
 * ones with every page.
 */
export function rememberCustomers(source: CrmSource): CrmSource {
  const said = new Map<string, Said>()
  return {
    ...source,
    async listCustomers(refs) {
      if (said.size + refs.length > rememberedAtMost) said.clear()
      const missing = refs.filter((ref) => !said.has(keyOf(ref)))
      if (missing.length > 0) {
        const { items, unreadable } = await source.listCustomers(missing)
        for (const ref of missing) {
          const item = items.find((each) => keyOf(each) === keyOf(ref))
          said.set(keyOf(ref), {
            item,
            problem: unreadable.find((each) => each.externalId === ref.externalId),
          })
        }
      }
      const answers = refs.map((ref) => said.get(keyOf(ref)) ?? {})
      return {
        items: answers.flatMap(({ item }) => item ?? []),
        unreadable: answers.flatMap(({ problem }) => problem ?? []),
        isLast: true,
      }
    },
  }
}

function keyOf(ref: CrmCustomerRef): string {
  return `${ref.type}:${ref.externalId}`
}
