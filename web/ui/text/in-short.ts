const LONGEST = 80;

/** A title in passing, of at most 80 letters: between two words where that is near, with a mark that it goes on. */
export function inShort(title: string): string {
  const letters = [...title];
  if (letters.length <= LONGEST) return title;
  const cut = letters.slice(0, LONGEST - 1).join('');
  return `${cut.replace(/\s+\S{0,20}$/, '')}…`;
}
