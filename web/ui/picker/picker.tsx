import { TextInput } from '@mantine/core';
import {
  Fragment,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react';
import { IconSearch } from '../icons.ts';
import { Keys } from '../keys/keys.tsx';
import { useFocusFirst } from './focus-first.ts';
import './picker.css';

/** One thing that can be picked. */
export type PickerLine = {
  id: string;
  label: string;
  /** How the label is drawn, where not as it is. */
  shown?: ReactNode;
  note?: ReactNode;
  /** A second line, such as why it was found. */
  why?: ReactNode;
  group?: string | undefined;
  combo?: string | undefined;
  mark?: ReactNode;
  disabled?: boolean;
};

type Props<Line extends PickerLine> = {
  /** Names the field and the list. */
  label: string;
  placeholder?: string;
  lines: readonly Line[];
  text: string;
  onText(text: string): void;
  onPick(line: Line): void;
  /** Where nothing fits. */
  none?: string;
  /** More about the line that Enter would pick, below the list. */
  about?(line: Line): ReactNode;
  /** Stands below the list, for example a field for a reason; arrows and Enter reach the list from there too. */
  more?: ReactNode;
  /** Marks no line until something is typed or an arrow pressed: for what must not happen by Enter alone. */
  waits?: boolean;
  /** The lines are not yet those of the text: none is marked, and an Enter picks the first once they are. */
  settling?: boolean;
};

/** Whether a label has every word of the text. */
export const fits = (label: string, text: string): boolean =>
  text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => label.toLowerCase().includes(word));

/** A field above a list: type to narrow, arrows to move, Enter to pick. The palette and every "which one?" use it. */
export function Picker<Line extends PickerLine>({
  label,
  placeholder,
  lines,
  text,
  onText,
  onPick,
  none,
  about,
  more,
  waits = false,
  settling = false,
}: Props<Line>) {
  const start = waits ? -1 : 0;
  const [at, setAt] = useState(start);
  const list = useId();
  const ref = useRef<HTMLDivElement>(null);
  useFocusFirst(ref);
  const current = Math.max(start, Math.min(at, lines.length - 1));
  const marked = settling ? undefined : lines[current];
  const [entered, setEntered] = useState(false);
  const pickFirst = useEffectEvent(() => marked && !marked.disabled && onPick(marked));
  useEffect(() => {
    if (!entered || settling) return;
    setEntered(false);
    pickFirst();
  }, [entered, settling]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined)
      setAt((Math.max(current, step > 0 ? -1 : 0) + step + lines.length) % Math.max(1, lines.length));
    else if (event.key === 'Enter' && settling) setEntered(true);
    else if (event.key === 'Enter' && marked && !marked.disabled) onPick(marked);
    else if (event.key !== 'Enter') return;
    event.preventDefault();
  };
  useEffect(() => {
    document.getElementById(`${list}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, current]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the fields inside hold the focus; their keys come here
    <div className="f-picker" ref={ref} onKeyDown={onKeyDown}>
      <TextInput
        size="md"
        variant="unstyled"
        className="f-picker-field"
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        placeholder={placeholder ?? label}
        aria-label={label}
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-autocomplete="list"
        {...(marked ? { 'aria-activedescendant': `${list}-${current}` } : {})}
        value={text}
        onChange={(event) => {
          setEntered(false);
          onText(event.currentTarget.value);
          setAt(event.currentTarget.value.trim() === '' ? start : 0);
        }}
        data-autofocus
      />
      <div id={list} role="listbox" aria-label={label} className="f-picker-list" tabIndex={-1}>
        {lines.map((line, index) => (
          <Fragment key={line.id}>
            {line.group && line.group !== lines[index - 1]?.group && (
              <div className="f-picker-group" role="presentation">
                {line.group}
              </div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and answers the keys */}
            <div
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={line === marked}
              aria-disabled={line.disabled}
              className="f-picker-line"
              data-mark={line.mark !== undefined || undefined}
              onPointerMove={() => setAt(index)}
              onClick={() => !line.disabled && onPick(line)}
            >
              <div className="f-picker-first">
                {line.mark}
                <bdi className="f-cut">{line.shown ?? line.label}</bdi>
                {line.note && <span className="f-dim f-cut">{line.note}</span>}
                {line.combo && <Keys combo={line.combo} />}
              </div>
              {line.why && <div className="f-picker-why f-dim">{line.why}</div>}
            </div>
          </Fragment>
        ))}
      </div>
      {lines.length === 0 && <p className="f-picker-none">{none ?? 'Nothing fits. Try fewer letters.'}</p>}
      {about && marked && (
        <div className="f-picker-about" role="status">
          {about(marked)}
        </div>
      )}
      {more}
    </div>
  );
}
