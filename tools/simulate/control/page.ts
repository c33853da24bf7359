const BUTTONS = [
  ['raise', 'Raise an alert', {}],
  ['resolve', 'Resolve the newest', {}],
  ['switch-off', 'Switch a device off', {}],
  ['storm', 'Storm: the first site goes off', { site: 1 }],
  ['add', 'Add 10 devices', { count: 10 }],
  ['remove', 'Remove 10 devices', { count: 10 }],
  ['harden', 'Put hard text in', {}],
  ['revoke', 'Revoke all tokens', {}],
  ['disturb', 'The next 3 calls fail (503)', { status: 503, times: 3 }],
  ['disturb', 'The next call is one too many (429)', { status: 429, retryAfter: '5' }],
] as const;

/** The page of a simulator: what to paste, how much there is, and buttons. It asks `state` every two seconds. */
export function controlPage(vendor: string): string {
  const buttons = BUTTONS.map(
    ([what, words, told]) =>
      `<button type="button" data-what="${what}" data-told='${JSON.stringify(told)}'>${words}</button>`,
  ).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${vendor}, simulated</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dd { margin: 0; overflow-wrap: anywhere; }
code, pre { font: 13px/1.5 ui-monospace, monospace; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; max-height: 16rem; overflow: auto; }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; }
button { font: inherit; padding: .35rem .8rem; }
</style>
</head>
<body>
<h1>${vendor}, simulated</h1>
<p>Nothing here is real: the clients, the devices and the alerts are made up. Connect Fettle with:</p>
<dl id="credentials"></dl>
<h2>What there is</h2>
<dl id="counts"></dl>
<h2>What happens</h2>
<div class="buttons">
${buttons}
</div>
<p id="said" role="status"></p>
<h2>Latest calls</h2>
<pre id="requests"></pre>
<h2>Latest pushes</h2>
<pre id="pushes"></pre>
<script>
const at = (id) => document.getElementById(id);
const list = (id, pairs) => at(id).replaceChildren(...pairs.flatMap(([name, value]) => {
  const dt = document.createElement('dt'), dd = document.createElement('dd'), code = document.createElement('code');
  dt.textContent = name; code.textContent = value; dd.append(code);
  return [dt, dd];
}));
async function show() {
  const state = await (await fetch('/__simulator/state')).json();
  list('credentials', [['Address', state.address], ...state.credentials.map(({ label, value }) => [label, value])]);
  list('counts', Object.entries(state.counts));
  at('requests').textContent = state.requests.join('\\n');
  at('pushes').textContent = state.pushes.map(({ url, status, body }) => (status ?? 'no answer') + ' ' + url + '\\n' + body).join('\\n\\n');
}
for (const button of document.querySelectorAll('button')) button.addEventListener('click', async () => {
  const answer = await fetch('/__simulator/' + button.dataset.what, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: button.dataset.told,
  });
  at('said').textContent = answer.ok ? button.textContent + ': done' : (await answer.json()).message;
  await show();
});
show();
setInterval(show, 2000);
</script>
</body>
</html>
`;
}
