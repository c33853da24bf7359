import { defineWords } from '#platform/words/index.ts';
import { listServices } from './services.ts';

defineWords({
  kind: 'service',
  name: 'Services',
  texts: async (ctx) =>
    (await listServices(ctx))
      .filter(({ active }) => active)
      .map(({ id, name }) => ({
        thing: id,
        field: 'name',
        original: name,
        title: name,
        part: 'Name of the service',
        href: '/settings/services',
        most: 200,
      })),
});
