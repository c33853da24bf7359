import { ApiProblem } from '#client/index.ts';

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
  return Object.fromEntries(error.errors.map(({ path, message }) => [path, sentence(message)]));
}

/** `rule.until is before the start` → `Until: is before the start.`: what is wrong with something that has no field here. */
export function sayError({ path, message }: { path: string; message: string }): string {
  const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}: ${/[.!?]$/.test(message) ? message : `${message}.`}`;
}

/** `must be …` → `Must be ….`: the server's fragments as sentences below a field. */
function sentence(message: string): string {
  const trimmed = message.trim();
  const capital = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
