import { TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { spellMinutes } from '#kernel/minutes.ts';
import { describedBy } from './described.ts';
import { readTime } from './minutes.ts';
import './form.css';

/** The longest that can be recorded in one piece: a day. */
export const MOST_MINUTES = 1_440;

type Props = {
  label: string;
  /** As it was typed; what it is read as is asked of `readTime`. */
  value: string;
  onChange(text: string): void;
  /** In a row of tools the label is only for those who do not see it, and what is refused is said below the row. */
  brief?: boolean;
  placeholder?: string;
  /** The longest that it takes. */
  most?: number;
};

/** A length of time as people write it. It shows what it understood, and says what it takes where it takes nothing of it. */
export function MinutesField({ label, value, onChange, brief = false, placeholder, most = MOST_MINUTES }: Props) {
  const id = useId();
  // Nobody is corrected in the middle of a word; what was there before is finished.
  const [finished, setFinished] = useState(value !== '');
  const { minutes, fault } = readTime(value, label, most);
  const wrong = fault !== null && finished;
  return (
    <>
      <TextInput
        {...(brief ? { 'aria-label': label, 'data-tip': `${label}, such as 15, 1h 15, 1:30 or 1.5h` } : { label })}
        className="f-minutes"
        {...(brief ? { w: 84 } : {})}
        placeholder={placeholder}
        inputMode="text"
        autoComplete="off"
        maxLength={20}
        value={value}
        error={wrong}
        ref={describedBy(id)}
        onChange={(event) => onChange(event.currentTarget.value)}
        onFocus={() => setFinished(value !== '' && fault !== null)}
        onBlur={() => setFinished(true)}
        onKeyDown={(event) => event.key === 'Enter' && setFinished(true)}
      />
      <span
        id={id}
        className="f-minutes-said"
        data-brief={brief || undefined}
        data-wrong={wrong || undefined}
        role="status"
      >
        {wrong ? fault : minutes === null ? null : spellMinutes(minutes)}
      </span>
    </>
  );
}
