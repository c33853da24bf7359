import type { ContractView } from '#shared/contract.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';

/** What of a signed contract was changed since, which the client has not signed; nothing where it is as it was signed. */
export function SinceSigned({ contract: { id, signature } }: { contract: ContractView }) {
  const { data, error, refetch } = useGet(
    'GET /contracts/{id}/changed-since-signed',
    { params: { id } },
    { enabled: signature !== null },
  );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data || data.items.length === 0) return null;
  return (
    <Section
      title="Changed since it was signed"
      help="What holds now is billed. The client signed it as it was; to have it signed, draft another contract."
    >
      <Sideways label="What was changed as a table">
        <table className="f-report-table">
          <caption className="f-hidden">What was changed since it was signed</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">As signed</th>
              <th scope="col">Now</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map(({ what, signed, now }, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be called the same
              <tr key={`${what} ${nth}`}>
                <th scope="row">
                  <bdi>{what}</bdi>
                </th>
                <td>{signed === null ? 'Not in it' : <Words words={signed} />}</td>
                <td>{now === null ? 'Not any more' : <Words words={now} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </Section>
  );
}

function Words({ words }: { words: readonly string[] }) {
  if (words.length === 0) return '–';
  return (
    <ul className="f-terms">
      {words.map((one) => (
        <li key={one}>
          <bdi>{one}</bdi>
        </li>
      ))}
    </ul>
  );
}
