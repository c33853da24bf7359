import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { checkMailText } from '#kernel/mail-template.ts';
import type { Spoken } from '#shared/languages.ts';
import type { MailKind, MailText } from '#shared/mail-words.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { Html } from '#web/ui/text/html.tsx';
import type { Place } from '../../values/place.ts';

const TYPING_MS = 300;
const OFFERED = 30;

type Props = { kind: MailKind; language: Spoken; words: MailText; place: Place };

/** How the words would read as a mail about a real ticket, while they are typed. */
export function TemplatePreview({ kind, language, words, place }: Props) {
  const clientId = place.level === 'client' && place.id !== null ? { clientId: [place.id] } : {};
  const { data: tickets } = useGet('GET /tickets', { query: { ...clientId, limit: OFFERED } });
  const [picked, setPicked] = useState<string | null>(null);
  const items = tickets?.items ?? [];
  const ticket = items.some(({ id }) => id === picked) ? picked : (items[0]?.id ?? null);
  const [asked] = useDebouncedValue(JSON.stringify({ kind, language, ...words }), TYPING_MS);
  const [fault] = checkMailText(kind, words);
  const { data, error } = useQuery({
    queryKey: ['POST /tickets/{idOrKey}/mail-preview', ticket, asked],
    queryFn: ({ signal }) =>
      call(
        'POST /tickets/{idOrKey}/mail-preview',
        {
          params: { idOrKey: ticket ?? '' },
          body: JSON.parse(asked) as { kind: MailKind; language: Spoken } & MailText,
        },
        { signal },
      ),
    // What is asked for lags behind what is typed; neither may be wrong.
    enabled: ticket !== null && checkMailText(kind, JSON.parse(asked) as MailText).length === 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <Section title="How it reads" help="With a ticket of yours. Nothing is sent.">
      <Select
        label="Ticket"
        data={items.map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }))}
        value={ticket}
        onChange={setPicked}
        allowDeselect={false}
        searchable
        placeholder={tickets && items.length === 0 ? 'There is no ticket yet' : undefined}
      />
      {fault && (
        <p className="f-plain f-dim" role="status">
          The {fault.path} {fault.message}.
        </p>
      )}
      {!fault && error && <ErrorState error={error} compact />}
      {!fault && data && (
        <div className="f-mail-preview">
          <p className="f-plain f-dim">
            To <bdi>{data.to || 'whoever asked'}</bdi>
          </p>
          <p className="f-plain">
            <strong>
              <bdi>{data.subject}</bdi>
            </strong>
          </p>
          <Html html={data.html} />
          {data.unknown.length > 0 && (
            <p className="f-plain f-dim">
              Not known on this ticket: {data.unknown.map(({ label }) => label.toLowerCase()).join(', ')}.
            </p>
          )}
        </div>
      )}
    </Section>
  );
}
