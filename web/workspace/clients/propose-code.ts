const MOST = 10;
const GOOD = 6;

/**
 * A code for a client's ticket keys, from its name: the first word when that is short, else the initials of a name with
 * many words, else the first letters. Accents are dropped; empty when the name has too few Latin letters.
 */
export function proposeCode(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/['’]/g, '')
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '' && !['THE', 'AND', 'OF'].includes(word));
  const [first = ''] = words;
  const initials = words.map((word) => word.charAt(0)).join('');
  const proposed =
    first.length <= GOOD && first.length >= 3 ? first : words.length >= 3 ? initials : words.join('').slice(0, GOOD);
  const code = proposed.replace(/^[0-9]+/, '').slice(0, MOST);
  return code.length >= 2 ? code : '';
}
