import { createTransport } from 'nodemailer'
import { runProgram } from './child.ts'

export type BareMailQuestion = { messages: number; sample: string }

/** The same mails over nodemailer's own pool of five: no database, no look at the CRM, nothing noted. */
runProgram<{ url: string }>({
  async start({ url }) {
    const transport = createTransport({ url, pool: true, maxConnections: 5, maxMessages: 1_000_000 })
    return {
      ready: {},
      async answer({ messages, sample }: BareMailQuestion) {
        const startedAt = Date.now()
        const envelope = { from: 'vorder@vorder.example', to: ['info@customer.example'] }
        await Promise.all(
          Array.from({ length: messages }, () => {
            const raw = sample.replace(
              /^message-id:.*$/im,
              `Message-ID: <${crypto.randomUUID()}@bench.example>`,
            )
            return transport.sendMail({ envelope, raw: Buffer.from(raw, 'latin1') })
          }),
        )
        return { startedAt }
      },
      stop: async () => transport.close(),
    }
  },
})
