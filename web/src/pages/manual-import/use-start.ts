import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { startImport, startPreview } from '../../client/invoice-calls.ts'
import type { AskedInvoices } from '../../client/invoice-contract.ts'

const route = getRouteApi('/inside/invoices/import')

type Start = { does: 'preview' | 'import'; asked: AskedInvoices }

/** Starts a preview or an import and puts it into the address, so that it can be left and come back to. */
export function useStart() {
  const navigate = route.useNavigate()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ does, asked }: Start) => (does === 'preview' ? startPreview(asked) : startImport(asked)),
    onSuccess: (run) => {
      void queryClient.invalidateQueries({ queryKey: ['long-runs'] })
      void navigate({ search: { run: run.id } })
    },
  })
}
