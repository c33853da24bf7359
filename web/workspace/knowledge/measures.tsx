import type { ArticleView } from '#shared/knowledge.ts';
import { Facts, Section } from '#web/ui/form/section.tsx';

/** What an article is good for, in numbers. */
export function Measures({ measures }: { measures: ArticleView['measures'] }) {
  const { views, staffViews, helpful, unhelpful, uses, typed, deflected } = measures;
  return (
    <Section title="What it is good for">
      <Facts
        facts={[
          ['Read by clients', views],
          ['Read by staff', staffViews],
          ['Found helpful', helpful + unhelpful > 0 ? `${helpful} of ${helpful + unhelpful}` : 'Nobody has said'],
          ['Used on tickets', uses],
          [
            'Spared tickets',
            typed > 0 ? `${deflected} of ${typed} who read it while saying what is wrong logged none` : 'Not known yet',
          ],
        ]}
      />
    </Section>
  );
}
