import { ApiProblem } from '#client/index.ts';
import { heard } from '#web/ui/words/words.ts';

export { ApiProblem };

/** Any thrown value as a problem that can be shown. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({
    status: 0,
    code: 'internal',
    title: 'This page has a fault',
    detail: 'Something went wrong in this page, not on the server. Reload it; what you typed is kept.',
  });
}

export const isCode = (error: unknown, code: string): boolean => error instanceof ApiProblem && error.code === code;

/** Messages by field path, for forms. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries(error.errors.map(({ path, message }) => [path, heard(sentence(message))]));
}

/** `must be …` → `Must be ….`: the server's fragments as sentences below a field. */
export function sentence(message: string): string {
  const trimmed = message.trim();
  const capital = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
