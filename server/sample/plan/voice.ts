import type { Random } from '../random.ts';
import type { ContactSpec } from '../world/contacts.ts';
import type { StaffSpec } from '../world/staff.ts';
import { capital, html } from './words.ts';

export type Language = 'en' | 'de' | 'fr';

/** All but the last name: “Mei Lin” for Mei Lin Chua. */
export const firstName = (name: string): string => name.split(' ').slice(0, -1).join(' ') || name;
const HELLO = { en: 'Hi', de: 'Hallo', fr: 'Bonjour' };
const TEAM = {
  en: ['Hi team,', 'Hello,', 'Hi there,', 'Good morning,', 'Hi Harbour,'],
  de: ['Hallo zusammen,', 'Guten Tag,'],
  fr: ['Bonjour,', 'Bonjour à tous,'],
};
const REGARDS = { en: 'Kind regards,', de: 'Viele Grüße', fr: 'Cordialement,' };
const THANKS = {
  en: ['Thanks,', 'Thank you,', 'Many thanks,'],
  de: ['Danke und viele Grüße', 'Danke!'],
  fr: ['Merci,', 'Merci d’avance,'],
};

/** Germans go on in small letters after the greeting's comma. */
const begun = (text: string, language: Language) => (language === 'de' ? text : capital(text));

/** What somebody of a client sends when something is up: a mail with greeting and signature, or a few lines in the portal. */
export function opening(
  text: string,
  who: ContactSpec,
  source: string,
  language: Language,
  clientName: string,
  random: Random,
): string {
  if (source !== 'email') return html(capital(text));
  const parts = [who.manner === 'brief' ? capital(text) : `${random.pick(TEAM[language])}\n\n${begun(text, language)}`];
  if (who.manner === 'formal')
    parts.push(`${REGARDS[language]}\n${who.name}\n${who.title} · ${clientName}\n${who.phone}`);
  else if (who.manner === 'friendly') parts.push(`${random.pick(THANKS[language])}\n${firstName(who.name)}`);
  else if (random.chance(0.5)) parts.push(firstName(who.name));
  return html(parts.join('\n\n'));
}

/** What somebody of a client answers. */
export function answered(text: string, who: ContactSpec, to: StaffSpec, language: Language, random: Random): string {
  if (who.manner === 'brief' || random.chance(0.35)) return html(capital(text));
  const hello = `${HELLO[language]} ${firstName(to.name)},`;
  const end =
    who.manner === 'formal'
      ? `\n\n${REGARDS[language]}\n${who.name}`
      : random.chance(0.5)
        ? `\n\n${firstName(who.name)}`
        : '';
  return html(`${hello}\n\n${begun(text, language)}${end}`);
}

const SIGNATURE = { de: 'Viele Grüße\n', fr: 'Bien à vous,\n' };

/** What a technician writes to a client. */
export function replied(text: string, who: StaffSpec, to: ContactSpec, language: Language): string {
  const first = firstName(to.name);
  if (language === 'en')
    return html(`${who.greeting.replace('{first}', first)}\n\n${capital(text)}\n\n${who.signature}`);
  return html(
    `${HELLO[language]} ${first},\n\n${begun(text, language)}\n\n${SIGNATURE[language]}${firstName(who.name)}`,
  );
}

/** What a technician notes for colleagues. */
export const noted = (text: string): string => html(capital(text));
