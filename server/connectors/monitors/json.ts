import { type Loose, ProviderFault } from '../core/index.ts';

/** A call's body as an object. Throws `ProviderFault('malformed')` for what is none, with what to do. */
export function objectIn(body: Buffer, advice: string): Loose {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Loose;
  } catch {
    // Said below.
  }
  throw new ProviderFault('malformed', `The body is no JSON object. ${advice}`);
}

/** The texts of an object of labels or annotations. */
export function labelsIn(value: Loose): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])),
  );
}
