/**
 * The words planted in everything that the foreign client says, so that a single byte of it is recognised wherever it comes out.
 * `desk`: for staff alone, never for a client's people; `other`: of a colleague's ticket; neither: the reader's own.
 */
export const CANARY = 'zqforeign';

export type Secrecy = 'own' | 'other' | 'desk';

/** A text of the foreign client about `what`. */
export const planted = (what: string, secrecy: Secrecy = 'own') => `${CANARY} zq${secrecy} ${what}`;

/** What a reader must never be told: words (found in any case), and ids of rows. */
export type Forbidden = { readonly words: readonly string[]; readonly ids: ReadonlySet<string> };

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What of the forbidden occurs in a text, apart from what the asker said themselves. */
export function foundIn(text: string, forbidden: Forbidden, said: readonly string[] = []): string[] {
  const heard = said.reduce((rest, word) => rest.replaceAll(word, ''), text).toLowerCase();
  const words = forbidden.words.filter((word) => heard.includes(word));
  const ids = [...new Set(heard.match(ID) ?? [])].filter((id) => forbidden.ids.has(id));
  return [...words, ...ids];
}
