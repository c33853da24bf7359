/** Providers that give an address to anybody who asks, in the countries where MSPs commonly work. */
const PROVIDERS = new Set(
  `gmail.com googlemail.com outlook.com outlook.de outlook.fr outlook.es outlook.com.au hotmail.com hotmail.co.uk hotmail.fr hotmail.de
   hotmail.es hotmail.it live.com live.co.uk live.fr live.nl live.com.au msn.com yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.es yahoo.it
   yahoo.com.au ymail.com rocketmail.com icloud.com me.com mac.com aol.com aim.com proton.me protonmail.com pm.me tutanota.com tuta.io
   gmx.de gmx.net gmx.at gmx.ch gmx.com gmx.co.uk web.de freenet.de t-online.de arcor.de posteo.de mailbox.org mail.de
   orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr libero.it virgilio.it tiscali.it alice.it tin.it
   telefonica.net terra.es ziggo.nl kpnmail.nl planet.nl home.nl hetnet.nl xs4all.nl telenet.be skynet.be bluewin.ch hispeed.ch
   btinternet.com sky.com talktalk.net virginmedia.com ntlworld.com bigpond.com bigpond.net.au optusnet.com.au iinet.net.au tpg.com.au
   xtra.co.nz comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net shaw.ca rogers.com sympatico.ca
   mail.com zoho.com fastmail.com fastmail.fm hey.com yandex.ru yandex.com mail.ru bk.ru inbox.ru list.ru rambler.ru seznam.cz wp.pl o2.pl
   interia.pl onet.pl abv.bg ukr.net qq.com 163.com 126.com sina.com naver.com daum.net hanmail.net rediffmail.com uol.com.br bol.com.br
   terra.com.br`.split(/\s+/),
);

/** Whether a domain gives mail addresses to everybody, so that it says nothing about whose somebody is. */
export const isFreeMail = (domain: string): boolean => PROVIDERS.has(domain.toLowerCase());
