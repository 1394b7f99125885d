import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { addSavedView, changeSavedView, deleteSavedView } from '../../client/invoice-list-calls.ts'
import type { NewSavedView, SavedView, SavedViewChange } from '../../client/invoice-list-contract.ts'
import { notifyDone, notifyFailure } from '../../parts/notify.ts'
import { notifyUndo } from '../../parts/notify-undo.tsx'
import { searchOf } from './saved-view.ts'

const route = getRouteApi('/inside/invoices')

/** What can be done with saved views; each change shows in every list of them. */
export function useViewChanges() {
  const { t } = useTranslation()
  const navigate = route.useNavigate()
  const queryClient = useQueryClient()

  function refresh() {
    return queryClient.invalidateQueries({ queryKey: ['saved-views'] })
  }
  function choose(view: SavedView) {
    void navigate({ search: searchOf(view) })
  }
  function leave() {
    void navigate({ search: {} })
  }

  async function added(view: SavedView): Promise<void> {
    await refresh()
    choose(view)
  }

  /** The same view once more; it has another id then. */
  function bringBack({ list, name, query, columns, isShared }: SavedView): void {
    addSavedView({ list, name, query, columns, isShared }).then(added, notifyFailure)
  }

  const add = useMutation({ mutationFn: (view: NewSavedView) => addSavedView(view), onSuccess: added })
  const save = useMutation({
    mutationFn: (change: SavedViewChange) => changeSavedView(change),
    onError: notifyFailure,
    onSuccess: async (view) => {
      await refresh()
      notifyDone(t('invoiceViews.saved', { name: view.name }))
    },
  })
  const edit = useMutation({
    mutationFn: (change: SavedViewChange) => changeSavedView(change),
    onSuccess: refresh,
  })
  const remove = useMutation({
    mutationFn: (view: SavedView) => deleteSavedView(view.id),
    onError: notifyFailure,
    onSuccess: async (_nothing, view) => {
      await navigate({
        search: (before) => ({ ...before, view: undefined }),
        replace: true,
      })
      await refresh()
      notifyUndo(t('invoiceViews.deleted', { name: view.name }), view.id, () => bringBack(view))
    },
  })
  return { choose, leave, add, save, edit, remove }
}
