import './invoices/invoices.css';

/** What something comes to, a line each. */
export function Sums({ sums }: { sums: readonly (readonly [name: string, amount: string])[] }) {
  return (
    <dl className="f-bill-sums">
      {sums.map(([name, amount]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{amount}</dd>
        </div>
      ))}
    </dl>
  );
}
