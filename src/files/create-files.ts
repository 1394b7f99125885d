import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { BucketFilesInput } from './create-bucket-files.ts'
import { createFolderFiles } from './create-folder-files.ts'
import type { Files } from './files.ts'

type FilesConfig = Pick<Config, 'dataFolder' | 'filesFolder' | 'filesBucket'> & {
  secrets: Pick<Config['secrets'], 'filesSecretAccessKey'>
}

/**
 * The files of this installation, where the settings say: in a folder, or in a bucket that speaks S3. Nothing is touched
 * before the first use.
 */
export function createFiles({ dataFolder, filesFolder, filesBucket, secrets }: FilesConfig): Files {
  const folder = filesFolder ?? join(dataFolder, 'files')
  if (!filesBucket) return createFolderFiles(folder)
  const secretAccessKey = secrets.filesSecretAccessKey?.reveal() ?? ''
  return onFirstUse({ bucket: filesBucket, secretAccessKey, draftsFolder: join(folder, '.drafts') })
}

/** The client of S3 takes a quarter of a second to load: whoever keeps files in a folder never waits for it. */
function onFirstUse(input: BucketFilesInput): Files {
  let opened: Promise<Files> | undefined
  const files = () => {
    opened ??= import('./create-bucket-files.ts').then((room) => room.createBucketFiles(input))
    return opened
  }
  return {
    put: async (key, bytes) => (await files()).put(key, bytes),
    open: async (key) => (await files()).open(key),
    remove: async (key) => (await files()).remove(key),
    removeUnfinished: async (before) => (await files()).removeUnfinished(before),
    verify: async () => (await files()).verify(),
  }
}
