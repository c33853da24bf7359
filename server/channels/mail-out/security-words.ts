import type { SecurityChange } from '#platform/identity/index.ts';
import { deviceOf } from '#shared/device-words.ts';
import { labelledIn } from '#shared/label-words.ts';
import type { Spoken } from '#shared/languages.ts';

type ByChange = Readonly<Record<SecurityChange, string>>;
type Words = {
  readonly subject: ByChange;
  readonly what: ByChange;
  readonly when: string;
  readonly where: string;
  readonly device: Parameters<typeof deviceOf>[1];
  /** Said of what came from somebody who was signed in as them. */
  readonly notYou: string;
  /** Said of what the service desk did. */
  readonly notAsked: string;
  /** The page on which they see how they sign in. */
  readonly page: string;
};

const WORDS: Readonly<Record<Spoken, Words>> = {
  en: {
    subject: {
      password_set: 'Your password for the portal was set',
      password_changed: 'Your password for the portal was changed',
      second_factor_on: 'Codes from an app were turned on',
      second_factor_off: 'Codes from an app were turned off',
      second_factor_reset: 'Your codes from an app were taken away',
      recovery_codes_renewed: 'New recovery codes were made',
    },
    what: {
      password_set:
        'A password with which you sign in to our portal was set. Wherever else you were signed in, you are signed out.',
      password_changed:
        'The password with which you sign in to our portal was changed. Wherever else you were signed in, you are signed out.',
      second_factor_on: 'From now on, signing in to our portal asks for a code from an app as well.',
      second_factor_off: 'From now on, signing in to our portal asks for no code from an app any more.',
      second_factor_reset:
        'Our service desk took away the codes from your app and your recovery codes. You are signed out everywhere.',
      recovery_codes_renewed: 'New recovery codes for our portal were made. The earlier ones do not work any more.',
    },
    when: 'When',
    where: 'From where',
    device: { on: (browser, system) => `${browser} on ${system}`, unknown: 'unknown device' },
    notYou:
      'Was it you? Then you need do nothing. If it was not, choose another password at once, look where you are signed in, and tell our service desk.',
    notAsked: 'Did you not ask for this? Then tell our service desk at once.',
    page: 'How you sign in',
  },
  de: {
    subject: {
      password_set: 'Ihr Passwort für das Portal wurde festgelegt',
      password_changed: 'Ihr Passwort für das Portal wurde geändert',
      second_factor_on: 'Codes aus einer App wurden eingeschaltet',
      second_factor_off: 'Codes aus einer App wurden ausgeschaltet',
      second_factor_reset: 'Ihre Codes aus einer App wurden entfernt',
      recovery_codes_renewed: 'Neue Wiederherstellungscodes wurden erzeugt',
    },
    what: {
      password_set:
        'Ein Passwort, mit dem Sie sich an unserem Portal anmelden, wurde festgelegt. Überall sonst, wo Sie angemeldet waren, sind Sie abgemeldet.',
      password_changed:
        'Das Passwort, mit dem Sie sich an unserem Portal anmelden, wurde geändert. Überall sonst, wo Sie angemeldet waren, sind Sie abgemeldet.',
      second_factor_on: 'Beim Anmelden an unserem Portal wird von nun an auch ein Code aus einer App verlangt.',
      second_factor_off: 'Beim Anmelden an unserem Portal wird von nun an kein Code aus einer App mehr verlangt.',
      second_factor_reset:
        'Unser Service Desk hat die Codes aus Ihrer App und Ihre Wiederherstellungscodes entfernt. Sie sind überall abgemeldet.',
      recovery_codes_renewed:
        'Neue Wiederherstellungscodes für unser Portal wurden erzeugt. Die früheren gelten nicht mehr.',
    },
    when: 'Wann',
    where: 'Von wo',
    device: { on: (browser, system) => `${browser} auf ${system}`, unknown: 'unbekanntes Gerät' },
    notYou:
      'Waren Sie das? Dann brauchen Sie nichts zu tun. Wenn nicht, wählen Sie sofort ein anderes Passwort, sehen Sie nach, wo Sie angemeldet sind, und sagen Sie es unserem Service Desk.',
    notAsked: 'Sie haben nicht darum gebeten? Dann sagen Sie es sofort unserem Service Desk.',
    page: 'Anmeldung und Sicherheit',
  },
  fr: {
    subject: {
      password_set: 'Votre mot de passe pour le portail a été défini',
      password_changed: 'Votre mot de passe pour le portail a été modifié',
      second_factor_on: 'Les codes d’une application ont été activés',
      second_factor_off: 'Les codes d’une application ont été désactivés',
      second_factor_reset: 'Vos codes d’une application ont été supprimés',
      recovery_codes_renewed: 'De nouveaux codes de secours ont été créés',
    },
    what: {
      password_set:
        'Un mot de passe avec lequel vous vous connectez à notre portail a été défini. Partout ailleurs où vous étiez connecté, vous êtes déconnecté.',
      password_changed:
        'Le mot de passe avec lequel vous vous connectez à notre portail a été modifié. Partout ailleurs où vous étiez connecté, vous êtes déconnecté.',
      second_factor_on: 'Désormais, la connexion à notre portail demande aussi un code d’une application.',
      second_factor_off: 'Désormais, la connexion à notre portail ne demande plus de code d’une application.',
      second_factor_reset:
        'Notre centre de services a supprimé les codes de votre application et vos codes de secours. Vous êtes déconnecté partout.',
      recovery_codes_renewed:
        'De nouveaux codes de secours pour notre portail ont été créés. Les précédents ne fonctionnent plus.',
    },
    when: 'Quand',
    where: 'D’où',
    device: { on: (browser, system) => `${browser} sur ${system}`, unknown: 'appareil inconnu' },
    notYou:
      'Était-ce vous ? Alors vous n’avez rien à faire. Sinon, choisissez tout de suite un autre mot de passe, regardez où vous êtes connecté et prévenez notre centre de services.',
    notAsked: 'Vous n’avez rien demandé ? Alors prévenez tout de suite notre centre de services.',
    page: 'Connexion et sécurité',
  },
  es: {
    subject: {
      password_set: 'Se ha establecido su contraseña para el portal',
      password_changed: 'Se ha cambiado su contraseña para el portal',
      second_factor_on: 'Se han activado los códigos de una aplicación',
      second_factor_off: 'Se han desactivado los códigos de una aplicación',
      second_factor_reset: 'Se han eliminado sus códigos de una aplicación',
      recovery_codes_renewed: 'Se han creado nuevos códigos de recuperación',
    },
    what: {
      password_set:
        'Se ha establecido una contraseña con la que inicia sesión en nuestro portal. En los demás sitios donde había iniciado sesión, se ha cerrado.',
      password_changed:
        'Se ha cambiado la contraseña con la que inicia sesión en nuestro portal. En los demás sitios donde había iniciado sesión, se ha cerrado.',
      second_factor_on:
        'A partir de ahora, al iniciar sesión en nuestro portal se pide también un código de una aplicación.',
      second_factor_off:
        'A partir de ahora, al iniciar sesión en nuestro portal ya no se pide un código de una aplicación.',
      second_factor_reset:
        'Nuestro centro de servicios ha eliminado los códigos de su aplicación y sus códigos de recuperación. Se ha cerrado su sesión en todas partes.',
      recovery_codes_renewed:
        'Se han creado nuevos códigos de recuperación para nuestro portal. Los anteriores ya no funcionan.',
    },
    when: 'Cuándo',
    where: 'Desde dónde',
    device: { on: (browser, system) => `${browser} en ${system}`, unknown: 'dispositivo desconocido' },
    notYou:
      '¿Ha sido usted? Entonces no tiene que hacer nada. Si no, elija de inmediato otra contraseña, compruebe dónde ha iniciado sesión y avise a nuestro centro de servicios.',
    notAsked: '¿No lo ha pedido usted? Entonces avise de inmediato a nuestro centro de servicios.',
    page: 'Inicio de sesión y seguridad',
  },
  nl: {
    subject: {
      password_set: 'Uw wachtwoord voor het portaal is ingesteld',
      password_changed: 'Uw wachtwoord voor het portaal is gewijzigd',
      second_factor_on: 'Codes uit een app zijn ingeschakeld',
      second_factor_off: 'Codes uit een app zijn uitgeschakeld',
      second_factor_reset: 'Uw codes uit een app zijn verwijderd',
      recovery_codes_renewed: 'Er zijn nieuwe herstelcodes gemaakt',
    },
    what: {
      password_set:
        'Er is een wachtwoord ingesteld waarmee u op ons portaal inlogt. Overal elders waar u was ingelogd, bent u uitgelogd.',
      password_changed:
        'Het wachtwoord waarmee u op ons portaal inlogt, is gewijzigd. Overal elders waar u was ingelogd, bent u uitgelogd.',
      second_factor_on: 'Voortaan wordt bij het inloggen op ons portaal ook een code uit een app gevraagd.',
      second_factor_off: 'Voortaan wordt bij het inloggen op ons portaal geen code uit een app meer gevraagd.',
      second_factor_reset:
        'Onze servicedesk heeft de codes uit uw app en uw herstelcodes verwijderd. U bent overal uitgelogd.',
      recovery_codes_renewed: 'Er zijn nieuwe herstelcodes voor ons portaal gemaakt. De eerdere werken niet meer.',
    },
    when: 'Wanneer',
    where: 'Waarvandaan',
    device: { on: (browser, system) => `${browser} op ${system}`, unknown: 'onbekend apparaat' },
    notYou:
      'Was u het? Dan hoeft u niets te doen. Zo niet, kies dan meteen een ander wachtwoord, kijk waar u bent ingelogd en waarschuw onze servicedesk.',
    notAsked: 'Hebt u hier niet om gevraagd? Waarschuw dan meteen onze servicedesk.',
    page: 'Inloggen en beveiliging',
  },
};

type Told = {
  readonly what: SecurityChange;
  /** When it was, in the reader's language. */
  readonly at: string;
  /** Null where the service desk did it. */
  readonly from: { readonly address: string; readonly userAgent: string } | null;
};

/** What the mail is called. */
export const securitySubject = (language: Spoken, what: SecurityChange): string => WORDS[language].subject[what];

/** What the mail says, a paragraph each: what happened, when and from where, and what to do if it was not they. */
export function securityLines(language: Spoken, { what, at, from }: Told): string {
  const words = WORDS[language];
  const facts = [
    labelledIn(language, words.when, at),
    ...(from ? [labelledIn(language, words.where, `${deviceOf(from.userAgent, words.device)}, ${from.address}`)] : []),
  ];
  return [words.what[what], facts.join('\n'), from ? words.notYou : words.notAsked].join('\n\n');
}

/** How the page is called on which they see how they sign in. */
export const securityPage = (language: Spoken): string => WORDS[language].page;
