/** The parts of a ticket's key (`ACME-142`, in any case): the client's code in capitals, and the number; null for any other text. */
export function ticketKey(text: string): { code: string; number: number } | null {
  const [, code, number] = /^([A-Za-z][A-Za-z0-9]{1,9})-(\d{1,9})$/.exec(text) ?? [];
  return code && number ? { code: code.toUpperCase(), number: Number(number) } : null;
}

/** The first key of a ticket in a text, written in capitals as we write it; null where there is none. */
export const keyIn = (text: string): string | null => /\b[A-Z][A-Z0-9]{1,9}-\d{1,9}\b/.exec(text)?.[0] ?? null;
