/** Words that make a name a company's, or are no given name. */
const NO_GIVEN_NAME =
  /^(gmbh|mbh|ag|kg|ohg|ug|se|eg|ev|inc|llc|llp|ltd|limited|plc|corp|corporation|company|co|sa|sas|sarl|srl|spa|bv|nv|oy|ab|as|team|support|service|services|sales|office|department|it|jr|sr|ii|iii|md|phd|mba|esq|cpa|dr)$/i;
/** A name of a person's: one to three words of letters. */
const WORDS = /^\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*){0,2}$/u;
const LONGEST = 120;

/** "Neu, Nina", as address books of companies write it, as people say it; any other name as it is. */
function inOrder(name: string): string {
  const [family = '', given = '', ...more] = name.split(',').map((part) => part.trim().replace(/\s+/g, ' '));
  const words = `${family} ${given}`.split(' ').map((word) => word.replace(/\./g, ''));
  const isPerson = more.length === 0 && WORDS.test(family) && WORDS.test(given);
  return isPerson && !words.some((word) => NO_GIVEN_NAME.test(word)) ? `${given} ${family}` : name;
}

/** What somebody is called of whom only a mail tells: by their name there, else by their address. */
export const calledBy = ({ name, address }: { name: string; address: string }): string =>
  (inOrder(name.trim()) || address.split('@')[0] || address).slice(0, LONGEST);
