import type { TransitionOption } from '#shared/ticket.ts';
import type { Meanwhile } from './use-steps.ts';

/** Says in a dialogue what somebody else did to the ticket while it was open, and what that means for the step asked for. */
export function MeanwhileNote({ meanwhile, step }: { meanwhile: Meanwhile | null; step?: TransitionOption }) {
  // There from the beginning, so that what is put in is read out.
  return (
    <div role="status">
      {meanwhile && (
        <p className="f-meanwhile">
          Meanwhile: <bdi>{meanwhile.told}</bdi>.{' '}
          {step && !meanwhile.open(step)
            ? `“${step.label}” cannot be done from ${meanwhile.now}. Nothing was sent; what you wrote is kept.`
            : 'What you began is as it was.'}
        </p>
      )}
    </div>
  );
}
