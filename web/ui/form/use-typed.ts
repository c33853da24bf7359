import type { ComboboxItem } from '@mantine/core';
import {
  type FocusEvent,
  type FormEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useRef,
  useState,
} from 'react';
import { ui } from '../words/words.ts';
import { fitting, meant } from './fitting.ts';

type Target = HTMLInputElement;
type Options = {
  options: readonly ComboboxItem[];
  choose(option: ComboboxItem): void;
  /** Where the field may be empty: what emptying it means. */
  clear?: (() => void) | undefined;
};

/** The line of the open list that has been moved to, if any. */
const markedLine = (field: Target): HTMLElement | null =>
  document
    .getElementById(field.getAttribute('aria-controls') ?? '')
    ?.querySelector<HTMLElement>('[data-combobox-selected]') ?? null;

/**
 * What typing into a field that narrows a list means: the nearest line is marked, Enter and Tab take it, leaving the field takes
 * what is called so, and anything else is told instead of silently lost. What was chosen before is overwritten, not added to.
 */
export function useTyped({ options, choose, clear }: Options) {
  /** Null until something is typed since the field was entered or a line chosen. */
  const typed = useRef<string | null>(null);
  /** The line that Enter was pressed on, until the list has taken it. */
  const entered = useRef<ComboboxItem | null>(null);
  const [typing, setTyping] = useState(false);
  const [lost, setLost] = useState<string | null>(null);
  /** The lines that stand in the list: what arrives after the typing has to be marked anew. */
  const lines = options.map(({ value }) => value).join('\n');
  const [standing, setStanding] = useState(lines);
  useEffect(() => setStanding(lines), [lines]);
  const note = (text: string | null) => {
    typed.current = text;
    setTyping(text !== null && text.trim() !== '');
  };
  const take = (option: ComboboxItem | null | undefined) => {
    note(null);
    if (option) choose(option);
  };
  const onKeyDown = (event: KeyboardEvent<Target>) => {
    const text = typed.current;
    if (event.nativeEvent.isComposing || text === null || (event.key !== 'Enter' && event.key !== 'Tab')) return;
    const line = markedLine(event.currentTarget);
    // Emptied and left, or emptied and confirmed without having gone to another line.
    if (text.trim() === '') {
      if (event.key !== 'Enter' || line) return;
      event.preventDefault();
      note(null);
      clear?.();
    } else if (event.key === 'Tab' && line) {
      note(null);
      line.click();
    } else if (event.key === 'Enter') {
      // What is not in the list must not send the form around it.
      event.preventDefault();
      const [first] = fitting(options, text);
      if (!line) return first && take(first);
      const marked = options.find(({ label }) => label === line.textContent) ?? first;
      entered.current = marked ?? null;
      note(null);
      // The list takes its marked line, unless it is just being opened: then it is taken here.
      setTimeout(() => {
        if (entered.current === marked) take(marked);
        entered.current = null;
      });
    }
  };
  return {
    /** Something is typed that could be meant for a line of the list; false for one render whenever the lines change. */
    typing: typing && standing === lines,
    /** What was typed before the field was left and is not in the list. */
    fault:
      lost === null ? null : ui(fitting(options, lost).length > 1 ? 'ui.fitsSeveral' : 'ui.notInList', { text: lost }),
    onChosen: () => {
      entered.current = null;
      note(null);
      setLost(null);
    },
    field: {
      onInput: (event: FormEvent<Target>) => {
        note(event.currentTarget.value);
        setLost(null);
      },
      onKeyDown,
      onFocus: (event: FocusEvent<Target>) => {
        note(null);
        event.currentTarget.select();
      },
      // The click that brings the focus would put the caret into what was chosen.
      onClick: (event: MouseEvent<Target>) => {
        if (typed.current === null) event.currentTarget.select();
      },
      onBlur: () => {
        const text = typed.current?.trim() ?? null;
        if (text === '') clear?.();
        const option = text ? meant(options, text) : null;
        if (text && !option) setLost(text);
        take(option);
      },
    },
  };
}
