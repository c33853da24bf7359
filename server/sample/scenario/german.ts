import { answer, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const german: Scenario = {
  key: 'german',
  kind: 'incident',
  weight: 16,
  category: ['Software', 'Business system'],
  service: 'Line-of-business application',
  impact: 3,
  urgency: 2,
  language: 'de',
  tags: ['deutsch'],
  cases: [
    {
      title: ['{app} meldet „Verbindung verloren“', '{app} bricht mehrmals am Tag ab'],
      body: [
        'seit heute Morgen bricht {app} immer wieder mit „Verbindung zum Server verloren“ ab. Bei {colleague} ist es genauso. Was noch nicht gespeichert war, ist jedes Mal weg.',
        '{app} fliegt mir seit gestern alle halbe Stunde raus. Das Internet läuft sonst ohne Probleme.',
      ],
      moves: [
        reply(
          'danke für die Meldung. Ich sehe im Protokoll, dass {server} die Verbindungen nach genau 30 Minuten trennt. Bitte speichern Sie bis auf Weiteres öfter; ich melde mich, sobald ich mehr weiß.',
        ),
        note(
          'Idle-Timeout der Firewall seit dem Update auf 30 Minuten statt 8 Stunden. Zurückgestellt, Sitzung seit 55 Minuten stabil.',
          { minutes: [15, 25] },
        ),
        reply(
          'die Firewall hat seit dem letzten Update ruhende Verbindungen zu früh beendet. Das ist behoben. Können Sie bitte heute Nachmittag darauf achten, ob es noch einmal passiert?',
        ),
        answer(
          [
            'bisher kein einziger Abbruch mehr, vielen Dank!',
            'läuft seit drei Stunden durch. Danke für die schnelle Hilfe.',
          ],
          { after: [60, 300] },
        ),
        resolve('fixed', 'das freut mich. Die Einstellung gehört jetzt zur Prüfliste nach jedem Update.', {
          note: 'Idle-Timeout der Firewall wieder auf 8 Stunden gesetzt.',
          cause: 'Update setzte den Timeout zurück',
          minutes: [5, 10],
        }),
      ],
    },
    {
      title: ['Drucker druckt keine Umlaute', 'Etiketten mit falschen Umlauten'],
      body: [
        'auf den Etiketten steht seit der Umstellung „Ger?te“ statt „Geräte“. Im Vorschaufenster sieht alles richtig aus.',
        'unsere Versandetiketten haben Fragezeichen statt ä, ö und ü. Das sieht beim Kunden nicht gut aus.',
      ],
      moves: [
        reply(
          'das ist ärgerlich, aber vermutlich nur eine Frage der Zeichentabelle im Drucker. Darf ich mich kurz auf {pc} verbinden und ein Probeetikett drucken?',
        ),
        answer(['gerne, ich bin am Platz.', 'ja, bitte nach 14 Uhr.']),
        resolve(
          'fixed',
          'der Etikettendrucker stand auf der alten Codepage. Er ist jetzt auf UTF-8 gestellt, das Probeetikett „Größe, Gerät, Öl“ ist einwandfrei.',
          {
            note: 'Codepage des Etikettendruckers auf UTF-8 umgestellt.',
            cause: 'Falsche Codepage im Drucker',
            minutes: [10, 20],
          },
        ),
      ],
    },
    {
      title: ['Neuer Laptop: Tastatur auf Englisch', 'Tastaturbelegung springt um'],
      body: [
        'mein neuer Laptop hat zwar deutsche Tasten, schreibt aber z statt y. Und nach jedem Neustart ist es wieder so.',
        'die Tastatur springt ständig auf Englisch um, auch bei der Anmeldung.',
      ],
      moves: [
        reply(
          'das haben wir gleich: Bitte drücken Sie einmal Windows + Leertaste. Welche Sprachen stehen in der Liste?',
        ),
        answer(['Deutsch und „English (Australia)“.', 'drei Stück, zweimal Englisch.'], { after: [5, 60] }),
        resolve(
          'user_guided',
          'ich habe die englischen Belegungen entfernt, auch für den Anmeldebildschirm. Nach dem Neustart haben wir gemeinsam geprüft, dass es so bleibt.',
          {
            note: 'Englische Tastaturbelegungen entfernt, auch am Anmeldebildschirm.',
            minutes: [10, 15],
          },
        ),
      ],
    },
  ],
};
