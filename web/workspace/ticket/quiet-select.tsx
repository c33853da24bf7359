import { Select } from '#web/ui/form/select.tsx';

type Props = {
  label: string;
  data: readonly { value: string; label: string }[];
  value: string | null;
  disabled: boolean;
  clearable?: boolean;
  onChange(value: string | null): void;
};

/** A choice that reads like text until the pointer or the focus is on it. */
export function QuietSelect({ label, data, value, disabled, clearable = true, onChange }: Props) {
  return (
    <Select
      className="f-quiet"
      aria-label={label}
      data={[...data]}
      value={value}
      disabled={disabled}
      clearable={clearable}
      searchable
      placeholder="None"
      onChange={onChange}
    />
  );
}
