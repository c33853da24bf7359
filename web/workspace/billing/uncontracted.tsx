import { Link } from '@tanstack/react-router';
import { useGet } from '#web/api/use.ts';

/** More are folded away, so that the counts to decide about stay in sight. */
const FEW = 5;

/** Says what vendors' lists count for clients that no contract has, which is billed to nobody; each leads to the client's contracts. */
export function Uncontracted({ client }: { client: string | null }) {
  const { data } = useGet('GET /counts', { query: { uncontracted: true, ...(client ? { clientId: client } : {}) } });
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <details className="f-count-note" open={items.length <= FEW}>
      <summary>Counted, but on no contract ({items.length})</summary>
      <ul className="f-terms">
        {items.map(({ id, number, name, client: of }) => (
          <li key={id}>
            {number} × <bdi>{name}</bdi> at{' '}
            <Link to="/billing/contracts" search={{ client: of.id }}>
              <bdi>{of.name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
