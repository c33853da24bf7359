const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Up to two letters for a name in any script; an emoji counts as one letter. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  const letters = picked.map((word) => [...graphemes.segment(word ?? '')][0]?.segment ?? '').join('');
  return letters.toUpperCase() || '?';
}
