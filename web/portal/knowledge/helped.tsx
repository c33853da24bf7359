import { Button } from '@mantine/core';
import type { PortalArticle } from '#shared/knowledge.ts';
import { useDo } from '#web/api/use.ts';

/** Asks whether it helped; the answer can be changed. */
export function Helped({ article: { id, vote } }: { article: PortalArticle }) {
  const say = useDo('PUT /portal/knowledge/{id}/vote', { failed: 'Not sent', refresh: ['GET /portal/knowledge/{id}'] });
  const answer = (helpful: boolean) => say.mutate({ params: { id }, body: { helpful } });
  return (
    <section className="f-portal-verdict" aria-label="Did this help?">
      <p role="status">
        <strong>{vote === null ? 'Did this help?' : 'Thank you.'}</strong> {vote === true && 'You said that it helped.'}
        {vote === false && 'You said that it did not help. Your service desk is glad to.'}
      </p>
      <div className="f-portal-buttons">
        <Button
          variant={vote === true ? 'filled' : 'default'}
          aria-pressed={vote === true}
          onClick={() => answer(true)}
        >
          Yes
        </Button>
        <Button
          variant={vote === false ? 'filled' : 'default'}
          aria-pressed={vote === false}
          onClick={() => answer(false)}
        >
          No
        </Button>
      </div>
    </section>
  );
}
