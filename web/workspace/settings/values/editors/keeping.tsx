import { NeededNumber } from './number.tsx';
import type { EditorProps } from './types.ts';

type Keeping = { days: number };

/** For how long alerts that are over stay. */
export function KeepingEditor({ value, readOnly, onChange }: EditorProps<Keeping>) {
  if (readOnly)
    return (
      <p className="f-plain">
        An alert that is over stays for {value.days} days after it was raised for the last time.
      </p>
    );
  return (
    <NeededNumber
      label="Kept for"
      description="Days after an alert that is over was raised for the last time"
      min={30}
      max={3_650}
      allowDecimal={false}
      maw={320}
      value={value.days}
      onChange={(days) => onChange({ days })}
    />
  );
}
