import type { HandedIn, TimePeriod } from '#shared/time.ts';
import { useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { TIME_TOUCHED } from './touched.ts';
import { handedWords } from './words.ts';

/** Hands in one’s time and expenses of a period, or takes them back as long as nobody has decided. */
export function useHandIn() {
  const told = (what: string) => (handed: HandedIn) => toast.done(handedWords(handed, what));
  const submit = useDo('POST /time/submit', {
    failed: 'Not submitted',
    refresh: TIME_TOUCHED,
    onDone: told('submitted'),
  });
  const takeBack = useDo('POST /time/take-back', {
    failed: 'Not taken back',
    refresh: TIME_TOUCHED,
    onDone: told('taken back'),
  });
  return {
    submit: (body: TimePeriod) => submit.mutate({ body }),
    takeBack: (body: TimePeriod) => takeBack.mutate({ body }),
    busy: submit.isPending || takeBack.isPending,
  };
}
