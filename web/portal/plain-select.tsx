type Props = {
  /** What it is about, for whoever does not see it. */
  label: string;
  data: readonly { value: string; label: string }[];
  value: string;
  onChange(value: string): void;
};

/** The browser's own list of a few things to choose from: it weighs nothing, and a phone shows it as its own. */
export function PlainSelect({ label, data, value, onChange }: Props) {
  return (
    <select
      className="f-portal-select"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {data.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  );
}
