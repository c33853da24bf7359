import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Part } from '#web/ui/load/part.tsx';
import type { SignForm } from './sign-form.tsx';

const load = () => import('./sign-form.tsx').then((form) => form.SignForm);

/** Signing, fetched when somebody wants to. */
export function Sign(props: Parameters<typeof SignForm>[0]) {
  return (
    <Part load={load} waiting={<SkeletonLines lines={3} />}>
      {(Form) => <Form {...props} />}
    </Part>
  );
}
