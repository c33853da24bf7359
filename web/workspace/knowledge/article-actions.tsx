import { ActionIcon, Button, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ArticleView } from '#shared/knowledge.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { IconDots } from '#web/ui/icons.ts';
import { useCommands } from '../palette/commands.ts';
import { FlagForm } from '../ticket/articles/flag-form.tsx';
import { PublishForm, ReturnForm } from './steps.tsx';
import { useArticleSteps } from './use-steps.ts';

/** What can be done with an article, by how it stands and who looks. */
export function ArticleActions({ article }: { article: ArticleView }) {
  const [asking, setAsking] = useState<'publish' | 'return' | 'flag' | null>(null);
  const steps = useArticleSteps(article);
  const { may, state, draftState, published, draft } = article;
  const close = () => setAsking(null);
  const living = state !== 'retired';
  const discard = async () => {
    const sure = await confirm({
      title: 'Throw the draft away?',
      body: 'What is in force stays as it is. The draft cannot be brought back.',
      action: 'Throw away',
      danger: true,
    });
    if (sure) await steps.discard();
  };
  const mayPublish = may.publish && living && draft !== null;
  useCommands([
    ...(mayPublish ? [{ label: 'Publish this article', group: 'Do', run: () => setAsking('publish') }] : []),
    ...(may.write && draftState === 'draft' && living
      ? [{ label: 'Send this article for review', group: 'Do', run: () => void steps.submit() }]
      : []),
  ]);
  const rare = [
    ...(may.write && living && draft && published
      ? [{ label: 'Throw the draft away…', run: () => void discard() }]
      : []),
    ...(may.write && living ? [{ label: 'Flag as outdated…', run: () => setAsking('flag') }] : []),
    ...(may.publish && living ? [{ label: 'Retire', run: () => void steps.retire() }] : []),
  ];
  return (
    <>
      {may.write && living && (
        <Button
          component={Link}
          to="/knowledge/$id/edit"
          params={{ id: article.id } as never}
          variant="default"
          c="var(--button-color)"
        >
          Edit
        </Button>
      )}
      {may.write && living && draftState === 'draft' && !may.publish && (
        <Button onClick={() => void steps.submit()}>Send for review</Button>
      )}
      {living && draftState === 'in_review' && may.publish && (
        <Button variant="default" onClick={() => setAsking('return')}>
          Give back…
        </Button>
      )}
      {living && draftState === 'in_review' && may.write && !may.publish && (
        <Button variant="default" onClick={() => void steps.withdraw()}>
          Take back from review
        </Button>
      )}
      {mayPublish && <Button onClick={() => setAsking('publish')}>Publish…</Button>}
      {!living && may.publish && <Button onClick={() => void steps.restore()}>Bring back</Button>}
      {rare.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label="More to do with this article">
              <IconDots size={16} aria-hidden="true" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {rare.map(({ label, run }) => (
              <Menu.Item key={label} onClick={run}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Dialog title="Publish" opened={asking === 'publish'} onClose={close}>
        {asking === 'publish' && <PublishForm article={article} onClose={close} />}
      </Dialog>
      <Dialog title="Flag as outdated" opened={asking === 'flag'} onClose={close}>
        {asking === 'flag' && <FlagForm article={article} onClose={close} />}
      </Dialog>
      <Dialog title="Give back from review" opened={asking === 'return'} onClose={close}>
        {asking === 'return' && <ReturnForm article={article} onClose={close} />}
      </Dialog>
    </>
  );
}
