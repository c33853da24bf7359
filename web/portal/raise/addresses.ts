/** The addresses in a line that somebody typed. */
export const addressesIn = (line: string): string[] => line.split(/[\s,;]+/u).filter((one) => one !== '');
