import type { Translated } from '#shared/message-words.ts';
import type en from '../en/status.ts';

/** Services, and what is announced, in Dutch. */
export default {
  'status.services': 'Uw diensten',
  'status.noServices': 'Hier staan nog geen diensten van uw bedrijf.',
  'status.operational': 'Werkt',
  'status.maintenance': 'Gepland onderhoud',
  'status.degraded': 'Verstoord',
  'status.outage': 'Buiten werking',
  'status.since': 'Sinds {when}',
  'status.troubledDays': {
    one: 'Op {count} dag van de laatste 90 was er iets mis',
    other: 'Op {count} dagen van de laatste 90 was er iets mis',
  },
  'status.noTrouble': 'In de laatste 90 dagen was er niets mis',
  'status.knownErrors': 'Bekende fouten',
  'status.knownErrorsHelp': 'Wij weten ervan en werken eraan. Tot ze zijn opgelost, helpt dit.',
  'status.nothingHelps': 'Er is nog niets bekend dat helpt.',
  'status.announcements': 'Aankondigingen',
  'status.nothing': 'Er is niets aangekondigd',
  'status.nothingHelp': 'Wat gepland is of niet werkt, staat hier.',
  'status.over': 'Voorbij',

  'announced.notice': 'Bericht',
  'announced.maintenance': 'Gepland onderhoud',
  'announced.outage': 'Storing',
  'announced.from': 'Vanaf {from}',
  'announced.fromUntil': 'Van {from} tot {until}',
  'announced.dismiss': 'Verbergen',
  'announced.all': 'Alle aankondigingen',
  'announced.readOn': 'Verder lezen',
  'announced.affectsMe': 'Ik heb hier ook last van',
  'announced.following': 'U hoort per e-mail hoe het verdergaat.',
  'announced.unfollow': 'Mij niet meer informeren',
  'announced.followingUnmailed': 'U krijgt geen e-mail over aankondigingen; hoe het verdergaat, staat alleen hier.',
  'announced.notMe': 'Ik heb hier geen last van',
  'announced.known': 'Dit weten wij al',
  'announced.knownHelp':
    'Gaat het hierom, dan hoeft u niets te melden: geef aan dat u er ook last van hebt en u hoort per e-mail hoe het verdergaat.',
  'announced.knownHelpUnmailed':
    'Gaat het hierom, dan hoeft u niets te melden: geef aan dat u er ook last van hebt. U krijgt geen e-mail over aankondigingen; hoe het verdergaat, staat onder ‘{status}’.',
  'announced.mailOn': 'U krijgt e-mail over wat voor u van belang is en wat uw servicedesk u stuurt.',
  'announced.noMail': 'Geen e-mail meer sturen',
  'announced.mailOff': 'U krijgt geen e-mail over aankondigingen.',
  'announced.mailAgain': 'Stuur mij weer e-mail',

  'stopMail.title': 'E-mail over aankondigingen',
  'stopMail.ask':
    'Wilt u geen e-mail meer over storingen, onderhoud en berichten? E-mail over uw tickets blijft u krijgen.',
  'stopMail.stop': 'Geen e-mail meer sturen',
  'stopMail.done': 'U krijgt geen e-mail meer over aankondigingen. In het portaal kunt u dat onder ‘Status’ wijzigen.',
} satisfies Translated<typeof en>;
