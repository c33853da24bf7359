import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { NotificationPreferences } from '#shared/notification.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import './notice-preferences.css';

/** What I am told of, in the app and by mail. Each tick is saved at once. */
export default function NoticePreferencesPage() {
  const { data, error, refetch } = useGet('GET /me/notification-preferences', {});
  return (
    <Section
      title="What you are told, and how"
      help={
        <>
          Each tick is saved at once. <Link to="/account/notifications">What concerns you</Link> lists what you are told
          in the app.
        </>
      }
    >
      {data ? (
        <Grid data={data} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} compact />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </Section>
  );
}

function Grid({ data: { items, mailOn, address } }: { data: NotificationPreferences }) {
  const change = useDo('PATCH /me/notification-preferences', {
    failed: 'Not saved',
    refresh: ['GET /me/notification-preferences'],
  });
  const wanted = change.isPending ? change.variables.body.items[0] : undefined;
  return (
    <>
      <table className="f-told">
        <thead>
          <tr>
            <td />
            <th scope="col">In the app</th>
            <th scope="col">By mail</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.kind}>
              <th scope="row">{item.title}</th>
              {(['app', 'mail'] as const).map((way) => (
                <td key={way}>
                  <Checkbox
                    aria-label={`${item.title}: ${way === 'app' ? 'in the app' : 'by mail'}`}
                    checked={(wanted?.kind === item.kind ? wanted[way] : undefined) ?? item[way]}
                    disabled={way === 'app' ? item.always : item.appOnly || !mailOn}
                    onChange={(event) =>
                      change.mutate({ body: { items: [{ kind: item.kind, [way]: event.currentTarget.checked }] } })
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="f-plain f-dim">
        {mailOn
          ? `Mail goes to ${address}. What happens to one ticket within a minute comes as one mail; a call comes at once.`
          : 'This Fettle sends no mail yet. Whoever may change settings can set it up.'}{' '}
        Being called cannot be switched off in the app: somebody waits for you.
      </p>
    </>
  );
}
