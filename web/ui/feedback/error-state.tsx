import { Button } from '@mantine/core';
import { toProblem } from '#web/api/problem.ts';
import { IconAlertTriangle, IconLock, IconWifiOff } from '../icons.ts';
import { isUpdate } from '../load/load.ts';
import { RequestId } from './request-id.tsx';
import './feedback.css';
import { ui, useHeard } from '../words/words.ts';

/** What failed in one sentence, what happens next, and the request id to copy. */
export function ErrorState({
  error,
  onRetry,
  compact = false,
  whole = false,
}: {
  error: unknown;
  onRetry?: () => void;
  compact?: boolean;
  /** It stands in the place of a page, whose heading it then is. */
  whole?: boolean;
}) {
  const Heading = whole ? 'h1' : 'h2';
  const problem = toProblem(error);
  const heard = useHeard();
  const Icon = problem.code === 'offline' ? IconWifiOff : problem.code === 'forbidden' ? IconLock : IconAlertTriangle;
  return (
    <div className="f-empty" role="alert" data-compact={compact || undefined}>
      {!compact && <Icon size={28} stroke={1.3} aria-hidden="true" />}
      <Heading>{heard(problem.title)}</Heading>
      <p>{heard(problem.message)}</p>
      {isUpdate(problem) ? (
        <Button onClick={() => window.location.reload()}>{ui('ui.loadUpdate')}</Button>
      ) : (
        onRetry &&
        problem.code !== 'forbidden' && (
          <Button variant="default" onClick={onRetry}>
            {ui('ui.tryAgain')}
          </Button>
        )
      )}
      {problem.requestId && <RequestId id={problem.requestId} />}
    </div>
  );
}
