import { Popover, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Why as WhyValue } from '#shared/ticket.ts';
import './feedback.css';

const words = (key: string) =>
  key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();

function plain(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(plain).filter(Boolean).join(', ') || null;
  return null;
}

/** The small “why?” beside an automatic decision: its sentence, and what went in where that is plain. */
export function Why({ why, about, children }: { why: WhyValue | null; about: string; children?: ReactNode }) {
  if (why === null) return null;
  const inputs = Object.entries(why).flatMap(([key, value]) => {
    const text = key === 'sentence' ? null : plain(value);
    return text === null ? [] : [{ key, text }];
  });
  return (
    <Popover width={320} position="bottom-start" withArrow trapFocus>
      <Popover.Target>
        <UnstyledButton className="f-why" aria-label={`Why ${about}?`}>
          why?
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Why ${about}`}>
        <p className="f-why-sentence">{why.sentence}</p>
        {inputs.length > 0 && (
          <dl className="f-facts">
            {inputs.map(({ key, text }) => (
              <div key={key}>
                <dt>{words(key)}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        )}
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
