import { Button } from '@mantine/core';
import { toProblem } from '#web/api/problem.ts';
import { IconAlertTriangle, IconLock, IconWifiOff } from '../icons.ts';
import { RequestId } from './request-id.tsx';
import './feedback.css';

/** What failed in one sentence, what happens next, and the request id to copy. */
export function ErrorState({
  error,
  onRetry,
  compact = false,
}: {
  error: unknown;
  onRetry?: () => void;
  compact?: boolean;
}) {
  const problem = toProblem(error);
  const Icon = problem.code === 'offline' ? IconWifiOff : problem.code === 'forbidden' ? IconLock : IconAlertTriangle;
  return (
    <div className="f-empty" role="alert" data-compact={compact || undefined}>
      {!compact && <Icon size={28} stroke={1.3} aria-hidden="true" />}
      <h2>{problem.title}</h2>
      <p>{problem.message}</p>
      {onRetry && problem.code !== 'forbidden' && (
        <Button variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
      {problem.requestId && <RequestId id={problem.requestId} />}
    </div>
  );
}
