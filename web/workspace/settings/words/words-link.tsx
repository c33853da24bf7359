import { Link } from '@tanstack/react-router';

/** Leads from where such texts are written to their words in other languages. */
export function WordsLink({ kind, of = '' }: { kind: string; of?: string }) {
  const search = new URLSearchParams({ kind, ...(of ? { q: of } : {}) });
  return <Link to={`/settings/words?${search}` as never}>In other languages</Link>;
}
