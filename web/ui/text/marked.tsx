import { stretches } from './marks.ts';

/** A text with the words that were looked for marked. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return stretches(text, words).map(({ text: part, hit }, index) =>
    hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one text never change places
      <mark key={index} className="f-mark">
        {part}
      </mark>
    ) : (
      part
    ),
  );
}
