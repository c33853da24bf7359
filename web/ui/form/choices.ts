type Choice = { value: string; label: string };

/** Time zones of the world, UTC first. */
export const TIME_ZONES: readonly string[] = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

const LANGUAGES =
  'en en-AU en-GB en-NZ en-US de fr es it nl pt pt-BR pl sv da nb fi cs el hu ro tr uk ar he hi ja ko zh'.split(' ');

/** Languages by their own English names. */
export function languages(): Choice[] {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return LANGUAGES.map((value) => ({ value, label: names.of(value) ?? value }));
}

/** Codes that name no country: unions, tests and what was withdrawn. */
const NOT_COUNTRIES = new Set(
  'AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC NH NT QO RH SU TA TP UN VD XA XB XK YD YU ZR ZZ'.split(' '),
);
let known: Choice[] | undefined;

/** Countries by name, from what the browser knows; empty stands for none. */
export function countries(): Choice[] {
  if (known) return known;
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  known = letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((value) => {
      const label = NOT_COUNTRIES.has(value) ? undefined : names.of(value);
      return label ? [{ value, label }] : [];
    })
    .sort((a, b) => a.label.localeCompare(b.label));
  return known;
}

/** Rows as choices of a list. */
export const named = (rows: readonly { id: string; name: string }[]): Choice[] =>
  rows.map(({ id, name }) => ({ value: id, label: name }));
