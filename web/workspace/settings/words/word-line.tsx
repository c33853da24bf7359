import { Badge, Button, Textarea, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useRef, useState } from 'react';
import { LANGUAGE_NAMES, type Spoken } from '#shared/languages.ts';
import type { WordRow } from '#shared/words.ts';
import { toProblem } from '#web/api/problem.ts';
import { keyOf, queryClient, useDo } from '#web/api/use.ts';

type Props = { row: WordRow; language: Spoken; mayChange: boolean; onNext(from: HTMLElement): void };

/** One text and its words: kept by Enter, or by leaving the field. */
export function WordLine({ row, language, mayChange, onNext }: Props) {
  const own = row.state === 'translated' ? row.words : '';
  const [kept, setKept] = useState({ words: own, version: row.version });
  const [text, setText] = useState(own);
  const [fault, setFault] = useState<string | null>(null);
  const sending = useRef(false);
  // How much is left is counted anew; the line stays where it is, whatever the list is narrowed to.
  const recount = () =>
    queryClient.invalidateQueries({ queryKey: keyOf('GET /words', { query: { language, limit: 1 } }) });
  const put = useDo('PUT /words', { failed: false, onDone: recount });
  const keep = async (words: string) => {
    if (sending.current || words.trim() === kept.words) return;
    sending.current = true;
    setFault(null);
    try {
      const { id, original } = row;
      await put.mutateAsync({ body: { id, language, original, words: words.trim(), version: kept.version } });
      setKept({ words: words.trim(), version: words.trim() === '' ? 0 : kept.version + 1 });
    } catch (error) {
      setFault(toProblem(error).message);
    } finally {
      sending.current = false;
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const ends = event.key === 'Enter' && (!row.lines || event.ctrlKey || event.metaKey);
    if (!ends || event.nativeEvent.isComposing) return;
    event.preventDefault();
    // Leaving the field keeps it.
    onNext(event.currentTarget);
  };
  const field = {
    'aria-label': `${row.title}, ${row.part}, in ${LANGUAGE_NAMES[language]}`,
    'data-words': true,
    lang: language,
    placeholder: row.state === 'elsewhere' ? row.words : '',
    maxLength: row.most,
    disabled: !mayChange,
    value: text,
    error: fault,
    onBlur: () => void keep(text),
    onKeyDown,
  };
  return (
    <li>
      <div className="f-words-original">
        <p className="f-dim">
          <Link to={row.href as never}>
            <bdi>{row.title}</bdi>
          </Link>
          {` · ${row.part}`}
          {row.place && (
            <>
              {' · '}
              <bdi>{row.place}</bdi>
            </>
          )}
        </p>
        <p className="f-words-text">
          <bdi>{row.original}</bdi>
        </p>
      </div>
      <div className="f-words-own">
        {row.lines ? (
          <Textarea
            {...field}
            autosize
            minRows={1}
            maxRows={10}
            description="Ctrl and Enter goes on"
            onChange={(event) => setText(event.currentTarget.value)}
          />
        ) : (
          <TextInput {...field} onChange={(event) => setText(event.currentTarget.value)} />
        )}
        <State row={row} words={kept.words} />
        {row.before && kept.words === '' && (
          <p className="f-dim">
            Was <q>{row.before.original}</q>, in {LANGUAGE_NAMES[language]} <q lang={language}>{row.before.words}</q>{' '}
            {mayChange && (
              <Button
                variant="default"
                size="compact-xs"
                onClick={() => {
                  setText(row.before?.words ?? '');
                  void keep(row.before?.words ?? '');
                }}
              >
                Still right
              </Button>
            )}
          </p>
        )}
      </div>
    </li>
  );
}

function State({ row, words }: { row: WordRow; words: string }) {
  if (words !== '') return <Badge color="green">Translated</Badge>;
  if (row.state === 'elsewhere') return <Badge>As elsewhere</Badge>;
  return <Badge color="yellow">{row.before ? 'Original changed' : 'Missing'}</Badge>;
}
