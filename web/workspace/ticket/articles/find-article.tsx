import { TextInput } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import type { TicketView } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { IconSearch } from '#web/ui/icons.ts';
import { ArticleLine } from './article-line.tsx';

const SHOWN = 5;

/** Looks for an article that was not suggested. */
export function FindArticle({ ticket, known }: { ticket: TicketView; known: ReadonlySet<string> }) {
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const { data } = useGet(
    'GET /articles',
    { query: { q, state: ['published'], limit: SHOWN + known.size } },
    { enabled: q.length > 1 },
  );
  const found = data?.items.filter(({ id }) => !known.has(id)).slice(0, SHOWN) ?? [];
  const readable = ({ visibility, clients }: (typeof found)[number]) =>
    visibility === 'all' || visibility === 'public' || clients.some(({ id }) => id === ticket.client.id);
  return (
    <>
      <TextInput
        size="xs"
        type="search"
        aria-label="Find another article"
        placeholder="Find another article"
        leftSection={<IconSearch size={13} aria-hidden="true" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {q.length > 1 && data && (
        <ul className="f-related" aria-label="Articles found">
          {found.map((article) => (
            <ArticleLine
              key={article.id}
              ticket={ticket}
              article={{ ...article, flagged: article.flags > 0, readable: readable(article) }}
            />
          ))}
          {found.length === 0 && <li className="f-dim">Nothing fits</li>}
        </ul>
      )}
    </>
  );
}
