import type { LineItem } from '#web/ui/form/lines-field.tsx';

/** What is wrong with the lines of a checklist. */
export const lineFault =
  (least: number) =>
  (items: readonly LineItem[]): string | null => {
    if (items.length < least) return 'Add at least one line.';
    return items.some(({ text }) => text.trim() === '')
      ? 'Write something in every line, or remove the empty one.'
      : null;
  };

/** Lines in words, where somebody else changed them meanwhile. */
export const showLines = (name: string, value: unknown): string | undefined =>
  name === 'items' ? (value as LineItem[]).map(({ text }) => text).join(', ') || 'none' : undefined;
