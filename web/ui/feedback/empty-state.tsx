import type { ComponentType, ReactNode } from 'react';
import './feedback.css';

type IconType = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean | 'true' }>;

/** Where nothing is yet: what will be here, why that is good, and one button to make the first. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  action,
}: {
  icon?: IconType;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="f-empty">
      {Icon && <Icon size={28} stroke={1.3} aria-hidden="true" />}
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
