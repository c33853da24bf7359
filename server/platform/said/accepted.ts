import { LANGUAGES, type Spoken } from '#shared/languages.ts';

/** The first language of an Accept-Language header that clients' people are spoken to in, the best liked first; null for none. */
export function acceptedLanguage(header: string | undefined): Spoken | null {
  const liked = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const quality = rest.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find((one) => one !== undefined);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  for (const { language } of liked) {
    const known = LANGUAGES.find((one) => one === language);
    if (known) return known;
  }
  return null;
}
