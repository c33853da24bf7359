import { expect, test } from 'vitest';
import { saysThanksAlone } from './thanks.ts';

const says = (text: string) => saysThanksAlone(text, ['Ada Adams', 'Tom Tech']);

test.each([
  'Thank you',
  'Thanks!',
  'thanks a lot, Tom!!',
  'Hi Tom,\n\nthank you very much for your quick help.\n\nBest regards\nAda Adams',
  'Many thanks 🙏🏽😀',
  'Danke',
  'Danke schön!',
  'Vielen herzlichen Dank für Ihre schnelle Hilfe :)',
  'Hallo Tom,\nvielen Dank.\n\nMit freundlichen Grüßen\nAda Adams',
  'Merci beaucoup !',
  'Bonjour,\nun grand merci pour votre aide.\nCordialement,\nAda',
  '¡Muchas gracias!',
  'Hola Tom, gracias por su ayuda. Un saludo',
  'Dank u wel',
  'Bedankt voor de snelle hulp!\nMet vriendelijke groet,\nAda',
  'Dankjewel',
])('%j is thanks and nothing else', (text) => expect(says(text)).toBe(true));

test.each([
  '',
  'Tom',
  'Best regards',
  'Thanks?',
  'Thank you, but it is still broken',
  'No thanks',
  'Thanks for nothing',
  'Thanks, it works now. And the printer?',
  'Thank you. The other screen is dark as well.',
  'Danke, leider geht es immer noch nicht',
  'Vielen Dank. Wann kommt der Rest?',
  'Danke nein',
  'Merci, mais ça ne marche pas',
  'Gracias, pero no funciona',
  '¿Gracias',
  'Bedankt, maar het werkt niet',
  'Thank you 123',
  'Thanks https://example.com/ok',
  `Thank you ${'very much '.repeat(30)}`,
])('%j says more, or nothing', (text) => expect(says(text)).toBe(false));
