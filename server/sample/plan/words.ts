import { textToHtml } from '#shared/html.ts';
import type { Random } from '../random.ts';
import type { Text } from '../scenario/types.ts';

export type Words = Readonly<Record<string, string>>;

const VARIABLE = /\{([a-zA-Z]+)\}/g;

/** One of the alternatives with its variables filled in. A variable without a value is a fault of the scenario. */
export function fill(text: Text, words: Words, random: Random): string {
  const chosen = typeof text === 'string' ? text : random.pick(text);
  return chosen.replace(VARIABLE, (_, name: string) => {
    const value = words[name];
    if (value === undefined) throw new Error(`Nothing stands for {${name}} in “${chosen.slice(0, 60)}”`);
    return value;
  });
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Plain text as HTML: paragraphs at empty lines, lists at dashes. */
export function html(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((block) => {
      const lines = block.split('\n');
      if (lines.every((line) => line.startsWith('- ')))
        return `<ul>${lines.map((line) => `<li>${textToHtml(line.slice(2))}</li>`).join('')}</ul>`;
      return `<p>${textToHtml(block)}</p>`;
    })
    .join('');
}
