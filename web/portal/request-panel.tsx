import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PortalRequest } from '#shared/request.ts';
import { useGet } from '#web/api/use.ts';
import { answerWords, dayWords } from '#web/ui/answers/day-words.ts';
import { moneyWords } from '#web/ui/answers/money.ts';
import { Approvals } from '#web/ui/approvals/approvals.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useHeard } from '#web/ui/words/words.ts';
import { Say, t } from './words/t.ts';
import '#web/ui/answers/answers.css';

/** What a ticket asks for, who decides about it and how far it is. Nothing where it was not ordered from the catalogue. */
export function PortalRequestPanel({ idOrKey }: { idOrKey: string }) {
  const { data } = useGet('GET /portal/tickets/{idOrKey}/request', { params: { idOrKey } });
  return data?.request ? <Panel idOrKey={idOrKey} request={data.request} /> : null;
}

function Panel({ idOrKey, request }: { idOrKey: string; request: PortalRequest }) {
  const heard = useHeard();
  const { again, waitsFor, withdrawn } = request;
  return (
    <section aria-label={t('request.label')} className="f-quote">
      <p>
        <strong>{heard(request.nextStep)}</strong>
      </p>
      {waitsFor.length > 0 && (
        <p>
          <Say it="request.waitsFor" names={<bdi>{waitsFor.join(', ')}</bdi>} />
        </p>
      )}
      {withdrawn && (
        <p>
          <Say it="request.withdrawn" who={<bdi>{withdrawn.by}</bdi>} when={<TimeAgo at={withdrawn.at} long />} />
          {withdrawn.reason && (
            <>
              {' '}
              <q>{withdrawn.reason}</q>
            </>
          )}
        </p>
      )}
      <dl>
        {request.price && (
          <div>
            <dt>{t('quote.cost')}</dt>
            <dd>{moneyWords(request.price)}</dd>
          </div>
        )}
        {request.expectedOn && (
          <div>
            <dt>{t('quote.expected')}</dt>
            <dd>{dayWords(request.expectedOn)}</dd>
          </div>
        )}
        {request.forWhom && (
          <div>
            <dt>{t('request.for')}</dt>
            <dd>
              <bdi>{heard(request.forWhom.name)}</bdi>
            </dd>
          </div>
        )}
        {request.parts.flatMap(({ name, lines }) =>
          lines.map(({ label, value }) => (
            <div key={`${name} ${label}`}>
              <dt>{label}</dt>
              <dd>
                <bdi>{answerWords(heard(value))}</bdi>
              </dd>
            </div>
          )),
        )}
      </dl>
      {again && (
        <div className="f-portal-buttons">
          <Button
            variant="default"
            c="var(--button-color)"
            renderRoot={(props) => (
              <Link {...props} to="/portal/catalogue/$id" params={{ id: again }} search={{ again: idOrKey }} />
            )}
          >
            {t('request.askAgain')}
          </Button>
        </div>
      )}
      {request.approvals[0] && <Approvals approvals={request.approvals.slice(0, 1)} />}
    </section>
  );
}
