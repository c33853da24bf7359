import type { ReactNode } from 'react';

/** A label with what it stands for. */
export function Fact({ label, help, children }: { label: string; help?: string; children: ReactNode }) {
  return (
    <div className="f-fact">
      <span className="f-fact-label" data-tip={help || undefined}>
        <bdi>{label}</bdi>
      </span>
      <div className="f-fact-value">{children}</div>
    </div>
  );
}
