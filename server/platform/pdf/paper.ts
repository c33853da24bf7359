/** Where paper is Letter; everywhere else it is A4 (CLDR, paperSize). */
const LETTER = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'CR', 'GT', 'NI', 'PA', 'PR', 'SV', 'VE', 'BZ']);
const AMERICAN =
  /^America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Anchorage|Boise|Toronto|Vancouver|Edmonton|Winnipeg|Halifax|Mexico_City|Bogota|Santiago)$|^Pacific\/Honolulu$|^US\/|^Canada\//;

/** The paper that a reader has, by the country of their language where it says one, else by where their clock is. */
export function paperOf({ language, timeZone }: { language: string; timeZone: string }): 'A4' | 'LETTER' {
  const { region } = new Intl.Locale(language);
  return (region ? LETTER.has(region) : AMERICAN.test(timeZone)) ? 'LETTER' : 'A4';
}
