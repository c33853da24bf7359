/** A mail's date in UTC; null when it is missing, not to be read, or outside of what a mail can have (1980 to 2199). */
export function dateOf(value: string | undefined): string | null {
  if (value === undefined || value.length > 200) return null;
  const text = value
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\bUT\b/, 'GMT')
    .replace(/\b(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?=\s*[+-]\d{4})/, (_, h, m, s) => `${h}:${m}:${s ?? '00'}`)
    .replace(/\s+/g, ' ')
    .trim();
  const instant = Date.parse(/[+-]\d{4}|GMT|UTC|[A-Z]{2,4}T$|Z$/.test(text) ? text : `${text} +0000`);
  if (Number.isNaN(instant)) return null;
  const date = new Date(instant);
  return date.getUTCFullYear() >= 1980 && date.getUTCFullYear() < 2200 ? date.toISOString() : null;
}
