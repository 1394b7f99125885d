export { type MessagePreview, previewInvitation, previewMessage } from './preview-message.ts'
export { sendMessages } from './send-messages.ts'
export { tickMessages } from './tick-messages.ts'
export { sendTryout, type TryTextInput, tryText } from './try-text.ts'
