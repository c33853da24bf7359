import { CALL_DIRECTIONS, type CallDirection } from '#shared/vocabulary.ts';
import { MinutesField } from '#web/ui/form/minutes-field.tsx';
import { Select } from '#web/ui/form/select.tsx';
import type { Draft } from './draft.ts';
import { CALL } from './next-steps.ts';

const WORDS: Readonly<Record<CallDirection, string>> = { to_client: 'We called', from_client: 'They called' };

const OFFERED = CALL_DIRECTIONS.map((value) => ({ value, label: WORDS[value] }));

/** Who called whom, in two words. */
export const callWords = (direction: CallDirection): string => WORDS[direction];

type Props = { call: NonNullable<Draft['call']>; onChange(call: NonNullable<Draft['call']>): void };

/** Who called whom, and how long it took. */
export function CallFields({ call, onChange }: Props) {
  return (
    <div className="f-composer-call">
      <Select
        aria-label="Who called"
        data={OFFERED}
        allowDeselect={false}
        value={call.direction}
        onChange={(direction) => direction && onChange({ ...call, direction: direction as CallDirection })}
        w={132}
      />
      <MinutesField
        brief
        label={CALL}
        placeholder="Length"
        value={call.time}
        onChange={(time) => onChange({ ...call, time })}
      />
      <span className="f-dim">Becomes a draft of your time, unless you record the time here as well.</span>
    </div>
  );
}
