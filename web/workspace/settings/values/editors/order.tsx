import { useId } from 'react';
import { moved, without } from '#web/ui/form/order.ts';
import { RowTools } from '#web/ui/form/row-tools.tsx';
import { Select } from '#web/ui/form/select.tsx';

type Props<K extends string> = {
  label: string;
  names: Readonly<Record<K, string>>;
  order: readonly K[];
  readOnly: boolean;
  /** Whether some may be left out; one stays. */
  partial?: boolean;
  onChange(next: K[]): void;
};

/** Kinds in the order in which they count, the first the most. */
export function OrderField<K extends string>({ label, names, order, readOnly, partial, onChange }: Props<K>) {
  const id = useId();
  const left = (Object.keys(names) as K[]).filter((key) => !order.includes(key));
  return (
    <div className="f-bare" role="group" aria-labelledby={id}>
      <span id={id} className="f-legend">
        {label}
      </span>
      <ol className="f-order">
        {order.map((key, at) => (
          <li key={key}>
            <span className="f-dim">{at + 1}.</span>
            <span>{names[key]}</span>
            {!readOnly && (
              <RowTools
                name={names[key]}
                at={at}
                count={order.length}
                onMove={(by) => onChange(moved(order, at, by))}
                {...(partial && order.length > 1 ? { onRemove: () => onChange(without(order, at)) } : {})}
              />
            )}
          </li>
        ))}
      </ol>
      {partial && !readOnly && left.length > 0 && (
        <Select
          aria-label={`Add to ${label.toLowerCase()}`}
          placeholder="Add"
          maw={320}
          data={left.map((key) => ({ value: key, label: names[key] }))}
          value={null}
          onChange={(key) => key && onChange([...order, key as K])}
        />
      )}
    </div>
  );
}
