import { stat } from 'node:fs/promises'

/** What a file operation found, or null where there is no such file. Every other fault is thrown. */
export async function missingIsNull<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found
  } catch (fault) {
    if (typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'ENOENT') return null
    throw fault
  }
}

export const isThere = async (path: string): Promise<boolean> => (await missingIsNull(stat(path))) !== null
