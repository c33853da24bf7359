import { keepPreviousData } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { IMPROVEMENT_LINKS, type ImprovementLink } from '#shared/improvement-words.ts';
import { useGet } from '#web/api/use.ts';
import { Select } from '#web/ui/form/select.tsx';
import { fits, Picker, type PickerLine } from '#web/ui/picker/picker.tsx';
import { useCan } from '../session/me.ts';
import { LINK_NAMES } from './linked.tsx';

const SHOWN = 30;
const LONGEST = 200;

type Props = {
  /** Whose the improvement is: tickets of others cannot be named. Null: of the provider. */
  clientId: string | null;
  known: ReadonlySet<string>;
  onPick(picked: { kind: ImprovementLink; id: string; name: string }): void;
};

/** Picks what an improvement changes: first of which sort, then which one, by words. */
export function PickLink({ clientId, known, onPick }: Props) {
  const can = useCan();
  const [kind, setKind] = useState<ImprovementLink>('ticket');
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim().slice(0, LONGEST));
  const { lines, isFetching } = useLines(kind, q, clientId);
  const kinds = IMPROVEMENT_LINKS.filter(
    (one) => (one !== 'article' || can('knowledge.view')) && (one !== 'alert_rule' || can('alert.read')),
  );
  return (
    <>
      <Select
        label="What sort"
        data={kinds.map((value) => ({ value, label: LINK_NAMES[value] }))}
        value={kind}
        allowDeselect={false}
        onChange={(next) => {
          if (next) setKind(next as ImprovementLink);
          setText('');
        }}
      />
      <Picker
        key={kind}
        label="Which one"
        placeholder={kind === 'ticket' ? 'A key or words of the title' : 'Words of its name'}
        lines={lines.filter(({ id }) => !known.has(id))}
        text={text}
        onText={setText}
        onPick={({ id, label }) => onPick({ kind, id, name: label })}
        none={isFetching ? 'Searching …' : 'Nothing fits.'}
        waits
      />
    </>
  );
}

/** What can be picked of a sort: tickets and articles as they are searched, the rest by the words of its name. */
function useLines(
  kind: ImprovementLink,
  q: string,
  clientId: string | null,
): { lines: readonly PickerLine[]; isFetching: boolean } {
  const keep = { placeholderData: keepPreviousData };
  const ofClient = clientId ? { clientId } : {};
  const isTicket = kind === 'ticket';
  const found = useGet(
    'GET /tickets/search',
    { query: { q, limit: SHOWN, ...ofClient } },
    { enabled: isTicket && q !== '', ...keep },
  );
  const open = useGet(
    'GET /tickets',
    {
      query: {
        ...{ kind: ['problem', 'change'], status: ['open'], limit: SHOWN },
        ...(clientId ? { clientId: [clientId] } : {}),
      },
    },
    { enabled: isTicket && q === '' },
  );
  const articles = useGet(
    'GET /articles',
    { query: { limit: SHOWN, ...(q === '' ? {} : { q }) } },
    { enabled: kind === 'article', ...keep },
  );
  const services = useGet('GET /services', {}, { enabled: kind === 'service' });
  const streams = useGet('GET /value-streams', {}, { enabled: kind === 'stream' });
  const changeRules = useGet('GET /change-rules', {}, { enabled: kind === 'change_rule' });
  const alertRules = useGet('GET /alert-rules', {}, { enabled: kind === 'alert_rule' });
  if (isTicket) {
    const tickets = q === '' ? open.data?.items : found.data?.items.map(({ ticket }) => ticket);
    const lines = (tickets ?? []).map(({ id, key, title, client }) => ({
      ...{ id, label: title },
      note: (
        <>
          {key} · <bdi>{client.name}</bdi>
        </>
      ),
    }));
    return { lines, isFetching: open.isFetching || found.isFetching };
  }
  if (kind === 'article') {
    const lines = articles.data?.items.map(({ id, title }) => ({ id, label: title })) ?? [];
    return { lines, isFetching: articles.isFetching };
  }
  const named = { service: services, stream: streams, change_rule: changeRules, alert_rule: alertRules }[kind];
  const lines = (named.data?.items ?? [])
    .filter(({ name }) => fits(name, q))
    .map(({ id, name }) => ({ id, label: name }));
  return { lines: lines.slice(0, SHOWN), isFetching: named.isFetching };
}
