import { beforeAll, expect, test, vi } from 'vitest';
import { wordsStore } from '#web/ui/words/words.ts';
import { saying } from './saying.ts';
import { speak } from './speak.ts';
import { t } from './t.ts';

const page = () => Promise.resolve('page');
/** Whether something is said in words yet, and not by its key. */
const isThere = (key: string) => key in wordsStore.get().catalogue;

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: { lang: '' } });
});

test('what is opened before a language is known comes with it', async () => {
  expect(await saying(page, 'knowledge')()).toBe('page');
  expect(isThere('knowledge.title')).toBe(false);
  await speak('fr');
  expect(t('knowledge.title')).toBe('Trouver de l’aide');
  expect(t('frame.signOut')).toBe('Se déconnecter');
});

test('a page comes with its words, and with no others', async () => {
  await saying(page, 'ticket', 'files')();
  expect(t('verdict.solved')).toBe('Résolu');
  expect(isThere('files.attach')).toBe(true);
  expect(isThere('raise.title')).toBe(false);
});

test('in another language all is there that was opened before', async () => {
  await speak('de');
  expect(t('verdict.solved')).toBe('Gelöst');
  expect(isThere('knowledge.title')).toBe(true);
  expect(isThere('raise.title')).toBe(false);
});

test('a page that is opened while the language changes is said in the new one', async () => {
  await Promise.all([speak('nl'), saying(page, 'raise')()]);
  expect(t('raise.title')).toBe('Wat is er mis?');
  await Promise.all([saying(page, 'status')(), speak('en')]);
  expect(t('status.services')).toBe('Your services');
  expect(t('raise.title')).toBe('What is wrong?');
});
