import { TimeAgo } from '../marks/time-ago.tsx';
import { SayUi } from '../words/say.tsx';

type Props = {
  name: string;
  /** Who voted, where somebody stood in. */
  by: string | null;
  vote: 'approve' | 'reject' | null;
  at: string | null;
};

/** Who decided, in whose place and when; or that they have not. */
export function Decided({ name, by, vote, at }: Props) {
  const asked = <bdi>{name}</bdi>;
  const who = by ? <SayUi it="approvals.inPlaceOf" who={<bdi>{by}</bdi>} whom={asked} /> : asked;
  return (
    <>
      <SayUi it={`approvals.${vote ?? 'unanswered'}`} who={who} />
      {at && (
        <>
          {', '}
          <TimeAgo at={at} long />
        </>
      )}
    </>
  );
}
