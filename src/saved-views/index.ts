export { changeSavedView, removeSavedView } from './change-saved-view.ts'
export { createSavedView } from './create-saved-view.ts'
export { listSavedViews } from './list-saved-views.ts'
export { type SavedView, type SavedViewContent, savedViewLists } from './saved-view.ts'
