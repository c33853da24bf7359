import type { ClientView } from '#shared/client.ts';
import { countries, languages } from '#web/ui/form/choices.ts';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { useNow } from '#web/ui/marks/now.ts';
import { clockIn } from '#web/ui/marks/place-and-day.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import '../clients.css';

const labelOf = (choices: readonly { value: string; label: string }[], value: string): string =>
  choices.find((one) => one.value === value)?.label ?? value;

/** What everybody who picks up the phone should know. */
export function AboutClient({ client }: { client: ClientView }) {
  const now = useNow();
  const { language } = useReader();
  return (
    <Section title="About">
      <Facts
        facts={[
          ['Local time', `${clockIn(client.timeZone, now, language)} (${client.timeZone})`],
          ['Group', client.group?.name ?? 'None'],
          ['Language', labelOf(languages(), client.language)],
          [
            'Country',
            [client.country && labelOf(countries(), client.country), client.region].filter(Boolean).join(', '),
          ],
        ]}
      />
      {client.notes && <p className="f-client-notes">{client.notes}</p>}
    </Section>
  );
}
