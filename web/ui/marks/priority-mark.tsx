import type { ReactNode } from 'react';
import './marks.css';

export const PRIORITY_NAMES = ['Critical', 'High', 'Moderate', 'Low', 'Planning'] as const;

/** The name of a priority: 1 Critical … 5 Planning. */
export const priorityName = (priority: number): string => PRIORITY_NAMES[priority - 1] ?? `Priority ${priority}`;

/** Each level has a shape of its own, so that it reads without colour: a filled sign, then bars, then a line. */
const SHAPES: readonly ReactNode[] = [
  <g key="1">
    <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor" />
    <path d="M8 4.5v4M8 11.2v.3" stroke="var(--f-ground)" strokeWidth="1.8" strokeLinecap="round" />
  </g>,
  <path key="2" d="M2.5 10v4M8 6v8M13.5 2v12" />,
  <g key="3">
    <path d="M2.5 10v4M8 6v8" />
    <path d="M13.5 2v12" opacity=".25" />
  </g>,
  <g key="4">
    <path d="M2.5 10v4" />
    <path d="M8 6v8M13.5 2v12" opacity=".25" />
  </g>,
  <path key="5" d="M2.5 8h.01M8 8h.01M13.5 8h.01" />,
];

/** The shape alone, for whatever has five levels: 1 the gravest. */
export function LevelShape({ level }: { level: number }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinecap="round"
    >
      {SHAPES[level - 1]}
    </svg>
  );
}

/** A ticket's priority: shape and label first, colour only for the two that hurry. `named` shows the word as well. */
export function PriorityMark({ priority, named = false }: { priority: number; named?: boolean }) {
  return (
    <span className="f-priority" data-priority={priority} data-tip={named ? undefined : priorityName(priority)}>
      <LevelShape level={priority} />
      <span>
        P{priority}
        <span className={named ? 'f-priority-name' : 'f-hidden'}> {priorityName(priority)}</span>
      </span>
    </span>
  );
}
