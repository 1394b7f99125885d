export { bounceAddress, bouncePath, isBounceToken } from './bounce-token.ts'
export { clearAddress, noteBounce } from './note-bounce.ts'
export {
  type MessagePreview,
  previewAgain,
  previewInvitation,
  previewMessage,
  previewReminder,
} from './preview-message.ts'
export { readBounce } from './read-bounce.ts'
export { sendMessages } from './send-messages.ts'
export { tickMessages } from './tick-messages.ts'
export { sendTryout, type TryTextInput, tryText } from './try-text.ts'
