import { GraphRefused } from '#server/channels/graph/index.ts';

/** What the server said, or why it could not be asked. */
export function troubleWords(error: unknown): string {
  const { responseText, message } = error as { responseText?: unknown; message?: unknown };
  return typeof responseText === 'string' && responseText !== '' ? responseText : String(message ?? error);
}

/** How long the server asks to be left in peace, at least. */
export const peaceAfter = (error: unknown): number => (error instanceof GraphRefused ? (error.retryAfterMs ?? 0) : 0);
