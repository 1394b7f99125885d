import { useMutation, useQueryClient } from '@tanstack/react-query'
import { changeCustomerImport, type ImportWork, startImportWork } from '../../client/customer-file-calls.ts'
import { customerImportQuery } from '../../client/customer-file-queries.ts'
import type { ImportChanges } from '../../client/customer-files-contract.ts'
import { notifyFailure } from '../../parts/notify.ts'

/** Another reading, another column, another way to match: the file is looked at again, the samples follow. */
export function useImportChanges(importId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (changes: ImportChanges) => changeCustomerImport(importId, changes),
    onError: notifyFailure,
    onSuccess: (changed) => {
      queryClient.setQueryData(customerImportQuery(importId).queryKey, changed)
      void queryClient.invalidateQueries({ queryKey: ['customer-imports', 'list'] })
    },
  })
}

/** Starts the check, the import or its undoing; the page follows the work that it gives. */
export function useImportStart(importId: string, work: ImportWork) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => startImportWork(importId, work),
    onError: notifyFailure,
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['customer-imports'] }),
        queryClient.invalidateQueries({ queryKey: ['long-runs'] }),
      ]),
  })
}
