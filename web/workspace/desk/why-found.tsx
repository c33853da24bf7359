import type { ReactNode } from 'react';
import type { FoundTicket } from '#shared/search.ts';
import { Marked } from '#web/ui/text/marked.tsx';

/** Where it was found, where title and key do not show it. */
const PLACES: Readonly<Record<FoundTicket['in'], string>> = {
  key: '',
  title: '',
  requester: 'Asked by',
  client: 'Client',
  description: 'Report',
  conversation: 'Conversation',
  note: 'Internal note',
};

/** Why a search found a ticket: the place that has the words, a piece of it, and which words it does not have. */
export function whyFound({ in: place, text, missing }: FoundTicket, words: readonly string[]): ReactNode {
  if (text === '' && missing.length === 0) return undefined;
  return (
    <>
      {text !== '' && (
        <>
          {PLACES[place]}:{' '}
          <bdi>
            <Marked text={text} words={words} />
          </bdi>
        </>
      )}
      {missing.length > 0 && `${text === '' ? '' : ' · '}without ${missing.map((word) => `“${word}”`).join(', ')}`}
    </>
  );
}
