import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { MacroStepOutcome, MacroView } from '#shared/library.ts';
import { call } from '#web/api/client.ts';
import { Html } from '#web/ui/text/html.tsx';
import type { Target } from './store.ts';

/** Long enough that passing over a line asks for nothing. */
const WAIT_MS = 150;

type Props = {
  macro: MacroView;
  target: Target;
  asksForTicket: boolean;
  /** It was run and refused, and that is told elsewhere. */
  isRefused: boolean;
};

/** Every step of a macro in full, before it is run: what it changes on this ticket, and what it writes. */
export function MacroAbout({ macro, target, asksForTicket, isRefused }: Props) {
  const [id] = useDebouncedValue(macro.id, WAIT_MS);
  const { data } = useQuery({
    queryKey: ['macro preview', target.id, id],
    queryFn: () =>
      call('POST /tickets/{idOrKey}/macros/{macroId}/preview', {
        params: { idOrKey: target.id, macroId: id },
        body: {},
      }),
    // The same one again is not tried anew; another time the ticket is another.
    staleTime: 10_000,
    retry: false,
    // A link that asks for its ticket would be refused without one, and nothing after it known.
    enabled: id === macro.id && !asksForTicket,
  });
  const preview = id === macro.id ? data : undefined;
  return (
    <>
      <p>
        <strong>
          <bdi>{macro.name}</bdi>
        </strong>{' '}
        {macro.description && <bdi className="f-dim">{macro.description}</bdi>}
      </p>
      <ol className="f-macro-steps">
        {macro.sentences.map((sentence, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one macro never change places
          <li key={index}>
            <Step sentence={sentence} outcome={preview?.steps[index]} />
          </li>
        ))}
      </ol>
      {preview?.refused && !isRefused && (
        <p className="f-refused">
          Step {preview.refused.index + 1} would be refused, and nothing done: {preview.refused.detail}
        </p>
      )}
    </>
  );
}

function Step({ sentence, outcome }: { sentence: string; outcome: MacroStepOutcome | undefined }) {
  if (!outcome) return <bdi>{sentence}</bdi>;
  const { message, changes, told } = outcome;
  if (message)
    return (
      <>
        {message.visibility === 'public' ? 'Reply' : 'Internal note'}
        <Html html={message.html} />
      </>
    );
  const more = [
    ...changes.map(({ label, before, after }) => `${label}: ${before || 'none'} → ${after || 'none'}`),
    ...told,
  ];
  return (
    <>
      <bdi>{sentence}</bdi>
      {more.length > 0 && <bdi className="f-dim f-macro-change">{more.join(', ')}</bdi>}
    </>
  );
}
