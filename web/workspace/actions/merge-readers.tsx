import { useGet } from '#web/api/use.ts';
import type { Target } from './store.ts';

type Props = { into: string; gone: readonly Target[] };

/** Says who will read along where tickets of different people are merged: of one ticket with another, the everyday case. */
export function MergeReaders({ into, gone }: Props) {
  const [only] = gone.length === 1 ? gone : [];
  const from = useGet(
    'GET /tickets/{idOrKey}',
    { params: { idOrKey: only?.id ?? '' } },
    { enabled: only !== undefined },
  );
  const to = useGet('GET /tickets/{idOrKey}', { params: { idOrKey: into } });
  if (gone.length > 1)
    return <> Whoever asked there reads on what you answer in {to.data?.key ?? 'the other'} from then on.</>;
  const [theirs, other] = [from.data?.requester, to.data?.requester];
  if (!theirs || !to.data || theirs.id === other?.id) return null;
  return (
    <strong>
      {' '}
      {other && 'Different people asked: '}
      <bdi>{theirs.name}</bdi> will read what you answer in {to.data.key}
      {other ? (
        <>
          , which <bdi>{other.name}</bdi> asked for
        </>
      ) : null}
      .
    </strong>
  );
}
