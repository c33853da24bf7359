import { Button } from '@mantine/core';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { IconHelp } from '#web/ui/icons.ts';
import { t } from './words/t.ts';

/** An address that leads nowhere, or to what the reader may not see; the two look alike on purpose. */
export function Nowhere() {
  return (
    <div className="f-outcome">
      <title>{t('nowhere.title')}</title>
      <EmptyState
        whole
        icon={IconHelp}
        title={t('nowhere.title')}
        action={
          <Button component="a" href="/portal" c="var(--button-color)">
            {t('frame.allTickets')}
          </Button>
        }
      >
        {t('nowhere.help')}
      </EmptyState>
    </div>
  );
}
