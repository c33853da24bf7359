import { useGet } from '#web/api/use.ts';
import { Section } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { countWords, RUN_KIND_NAMES, RUN_STATE_NAMES } from './words.ts';

const SHOWN = 10;

/** How reading went, newest first. */
export function Runs({ id }: { id: string }) {
  const { data } = useGet(
    'GET /connectors/{id}/runs',
    { params: { id }, query: { limit: SHOWN } },
    { refetchInterval: 5_000 },
  );
  if (!data || data.items.length === 0) return null;
  return (
    <Section title="Last readings">
      <Sideways label="Each reading">
        <table className="f-connector-table">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">When</th>
              <th scope="col">How it went</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map(({ id: run, kind, state, startedAt, counts, trouble }) => (
              <tr key={run}>
                <th scope="row">{RUN_KIND_NAMES[kind]}</th>
                <td>
                  <TimeAgo at={startedAt} />
                </td>
                <td>
                  {RUN_STATE_NAMES[state]}
                  {countWords(counts) && `: ${countWords(counts)}`}
                  {trouble && (
                    <>
                      {' · '}
                      <bdi>{trouble.text}</bdi>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </Section>
  );
}
