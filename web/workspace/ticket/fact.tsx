import type { ReactNode } from 'react';

/** A label with what it stands for. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="f-fact">
      <span className="f-fact-label">{label}</span>
      <div className="f-fact-value">{children}</div>
    </div>
  );
}
