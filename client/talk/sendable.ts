import { commentLength } from '../../common/limits.ts'

/** What is pasted is not cut: by how much it is too long is said, and nothing is lost. */
export const tooManyCharacters = (words: string): number => Math.max(0, words.length - commentLength)

export const sendable = (words: string): boolean => words.trim() !== '' && tooManyCharacters(words) === 0
