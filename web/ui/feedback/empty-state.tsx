import type { ComponentType, ReactNode } from 'react';
import './feedback.css';

type IconType = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean | 'true' }>;

/** Where nothing is yet: what will be here, why that is good, and one button to make the first. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  action,
  whole = false,
}: {
  icon?: IconType;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** It stands in the place of a page, whose heading it then is. */
  whole?: boolean;
}) {
  const Heading = whole ? 'h1' : 'h2';
  return (
    <div className="f-empty">
      {Icon && <Icon size={28} stroke={1.3} aria-hidden="true" />}
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
