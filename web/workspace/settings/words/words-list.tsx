import { Button } from '@mantine/core';
import { type ComponentRef, useRef } from 'react';
import type { Spoken } from '#shared/languages.ts';
import type { WordRow } from '#shared/words.ts';
import { useMe } from '../../session/me.ts';
import { WordLine } from './word-line.tsx';

type Props = {
  rows: readonly WordRow[];
  language: Spoken;
  mayChange: boolean;
  more: (() => void) | undefined;
  busy: boolean;
};

/** The texts, one below the other, each with its words beside it. */
export function WordsList({ rows, language, mayChange, more, busy }: Props) {
  const list = useRef<ComponentRef<'ul'>>(null);
  const { allClients } = useMe();
  const next = (from: HTMLElement) => {
    const fields = [...(list.current?.querySelectorAll<HTMLElement>('[data-words]') ?? [])];
    fields[fields.indexOf(from) + 1]?.focus();
  };
  return (
    <>
      <ul ref={list} className="f-words" aria-label="Texts">
        {rows.map((row) => (
          <WordLine
            key={row.id}
            row={row}
            language={language}
            mayChange={mayChange && (allClients || row.clientId !== null)}
            onNext={next}
          />
        ))}
      </ul>
      {more && (
        <Button variant="default" className="f-start" loading={busy} onClick={more}>
          More
        </Button>
      )}
    </>
  );
}
