import type { ReactNode } from 'react';
import type { StatusCategory } from '#shared/vocabulary.ts';
import { useHeard } from '../words/words.ts';
import './marks.css';

const SHAPES: Record<StatusCategory, ReactNode> = {
  new: <circle cx="8" cy="8" r="5.5" strokeDasharray="2.2 2.1" />,
  open: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 5a3 3 0 0 1 0 6z" fill="currentColor" stroke="none" />
    </>
  ),
  waiting: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M6.6 6v4M9.4 6v4" />
    </>
  ),
  resolved: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="currentColor" stroke="none" />
      <path d="M5.4 8.2l1.8 1.8 3.5-3.8" stroke="var(--f-ground)" />
    </>
  ),
  closed: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M5.6 8.2l1.7 1.7 3.2-3.5" />
    </>
  ),
  cancelled: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M6 6l4 4M10 6l-4 4" />
    </>
  ),
};

/** The shape of a status category; the name stands beside it. */
export function StatusIcon({ category, size = 15 }: { category: StatusCategory; size?: number }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      className="f-icon f-status-icon"
      data-category={category}
    >
      {SHAPES[category]}
    </svg>
  );
}

/** A ticket's status in the person's own words ("Waiting for client"), with the shape of its category. */
export function StatusBadge({ name, category }: { name: string; category: StatusCategory }) {
  const heard = useHeard();
  return (
    <span className="f-status">
      <StatusIcon category={category} />
      <span className="f-cut">{heard(name)}</span>
    </span>
  );
}
