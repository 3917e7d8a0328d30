import { expect } from 'vitest'
import { runCloudCommand } from './cloud-process.ts'

/** Commands of an operator, typed while the cloud on this folder runs. */
export function operatorAt(dataDir: string) {
  return {
    /** The lines that are printed. */
    typed: async (...words: string[]): Promise<Record<string, unknown>[]> => {
      const { code, stdout, stderr } = await runCloudCommand([...words, '--data', dataDir])
      if (code !== 0) throw new Error(stderr)
      return stdout
        .trim()
        .split('\n')
        .map((line): Record<string, unknown> => JSON.parse(line))
    },

    /** The one sentence of a refusal. */
    refused: async (...words: string[]): Promise<string> => {
      const { code, stdout, stderr } = await runCloudCommand([...words, '--data', dataDir])
      const lines = stderr.trim().split('\n').length
      expect({ code, stdout, lines }).toEqual({ code: 1, stdout: '', lines: 1 })
      return stderr
    },
  }
}
