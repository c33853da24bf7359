/** The same words with a capital letter at the beginning. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
