import { useMutation, useQueryClient } from '@tanstack/react-query'
import { editCustomer, pinField } from '../../client/customer-calls.ts'
import type { Customer, CustomerChanges, CustomerField } from '../../client/customer-contract.ts'
import { customerQuery } from '../../client/customer-queries.ts'
import { notifyFailure } from '../../parts/notify.ts'

/** Shows a customer as the server just gave it, and reads again what else depends on it. */
export function useShowCustomer(): (customer: Customer) => void {
  const queryClient = useQueryClient()
  return (customer) => {
    queryClient.setQueryData(customerQuery(customer.id).queryKey, customer)
    void queryClient.invalidateQueries({ queryKey: ['customers'] })
    void queryClient.invalidateQueries({ queryKey: ['activities'] })
  }
}

/** Changes some facts by hand. */
export function useEdit(id: string) {
  const show = useShowCustomer()
  return useMutation({
    mutationFn: (changes: CustomerChanges) => editCustomer(id, changes),
    onSuccess: show,
  })
}

/** Pins a field, or lets it follow Teamleader again (promise A16). */
export function usePin(id: string) {
  const show = useShowCustomer()
  return useMutation({
    mutationFn: (pin: { field: CustomerField; isPinned: boolean }) => pinField(id, pin),
    onSuccess: show,
    onError: notifyFailure,
  })
}
