import { join } from 'node:path'
import type { Config } from '../config.ts'
import { createFolderFiles } from './create-folder-files.ts'
import type { Files } from './files.ts'

/** The files of this installation, where the settings say. Nothing is touched before the first use. */
export function createFiles(config: Pick<Config, 'dataFolder' | 'filesFolder'>): Files {
  return createFolderFiles(config.filesFolder ?? join(config.dataFolder, 'files'))
}
