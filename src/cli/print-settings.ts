import { printConfigDocs } from '../config.ts'

/** Prints every setting: the reference page, or a file to start from. */
export async function printSettings(options: { docs?: boolean; env?: boolean }): Promise<void> {
  const { reference, envExample } = printConfigDocs()
  process.stdout.write(options.env ? envExample : reference)
}
