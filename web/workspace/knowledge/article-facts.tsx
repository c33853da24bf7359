import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ArticleView } from '#shared/knowledge.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { useReader } from '#web/ui/marks/reader.ts';
import { day } from '#web/ui/marks/time.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { Measures } from './measures.tsx';
import { ReadersForm } from './steps.tsx';
import { READERS, readersOf } from './words.ts';

/** What holds for an article whatever its text is. */
export function ArticleFacts({ article }: { article: ArticleView }) {
  const [asking, setAsking] = useState(false);
  const reader = useReader();
  const { published, draft, may, state } = article;
  const mayShow = (may.publish || (may.write && published === null)) && state !== 'retired';
  const languages = new Intl.DisplayNames('en', { type: 'language' });
  return (
    <>
      <Section
        title="Who reads it"
        actions={
          mayShow && (
            <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
              Change…
            </Button>
          )
        }
      >
        <p className="f-plain">
          <bdi>
            {article.visibility === 'chosen' ? article.clients.map(({ name }) => name).join(', ') : readersOf(article)}
          </bdi>
          <span className="f-article-help f-dim">
            {published === null ? 'Nobody but staff, until it is published' : READERS[article.visibility].help}
          </span>
        </p>
      </Section>
      <Section title="About it">
        <Facts
          facts={[
            ['Owner', article.owner?.name ?? 'Nobody'],
            ['Category', article.category?.name],
            ['Service', article.service?.name],
            ['Language', languages.of(article.language) ?? article.language],
            ['Review by', article.reviewOn ? day(article.reviewOn, Date.now(), reader) : 'Never'],
            ['In force since', published && <TimeAgo at={published.at} long />],
            ['Published by', published?.by],
            ['Draft changed', draft && <TimeAgo at={draft.updatedAt} long />],
            ['Draft by', draft?.updatedBy],
          ]}
        />
        <p className="f-plain">
          <Link to="/knowledge/$id/versions" params={{ id: article.id }}>
            Versions and what differs
          </Link>
        </p>
      </Section>
      {published && <Measures measures={article.measures} />}
      <Dialog title="Who reads it" opened={asking} onClose={() => setAsking(false)}>
        {asking && <ReadersForm article={article} onClose={() => setAsking(false)} />}
      </Dialog>
    </>
  );
}
