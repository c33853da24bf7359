import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TemplateValues } from './template.ts';
import { checkTemplate, firstName, renderTemplate, TEMPLATE_VARIABLES } from './template.ts';

const blank = Object.fromEntries(
  Object.keys(TEMPLATE_VARIABLES).map((name) => [name, null]),
) as unknown as TemplateValues;
const render = (template: string, values: Partial<TemplateValues>, as: 'html' | 'text' = 'html') =>
  renderTemplate(template, { ...blank, ...values }, as);

describe('templates', () => {
  it('fills variables, with other words where there is no value', () => {
    expect(
      render('Hi {{requester.firstName}}, {{ ticket.key }}', { 'requester.firstName': 'Jo', 'ticket.key': 'ACME-1' }),
    ).toEqual({
      ok: true,
      text: 'Hi Jo, ACME-1',
      empty: [],
    });
    expect(render('Hi {{requester.firstName | there}} {{team.name}}', {})).toEqual({
      ok: true,
      text: 'Hi there ',
      empty: ['team.name'],
    });
  });

  it('names the variables that exist when one does not', () => {
    for (const name of ['requester.password', 'constructor', '__proto__', '', 'ticket']) {
      const [error] = checkTemplate(`a {{${name}}}`, 'body');
      expect(error?.message).toContain(`there is no {{${name}}}; there are requester.firstName`);
    }
    expect(checkTemplate('a {{ticket.key', 'body')).toEqual([
      { path: 'body', message: 'has a {{ that is not closed by }}' },
    ]);
    expect(render('{{nope}}', {})).toMatchObject({ ok: false, errors: [{ path: 'body' }] });
    expect(checkTemplate('CSS { a } and } are fine', 'body')).toEqual([]);
  });

  it('shows what people typed as they typed it and never renders it', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom('{{ticket.key}}', '<img src=x onerror=alert(1)>', '}}{{ticket.key}}', '"{{', '$&', '$1', '&lt;'),
    );
    fc.assert(
      fc.property(hostile, hostile, (title, name) => {
        const values = { 'ticket.title': `x${title}`, 'requester.name': `y${name}`, 'ticket.key': 'SECRET' } as const;
        const plain = render('[{{ticket.title}}] {{requester.name}}', values, 'text');
        expect(plain).toEqual({ ok: true, text: `[x${title}] y${name}`, empty: [] });
        const once = render('<p>{{ticket.title}}</p>', values);
        const html = once.ok ? once.text : '';
        expect(html.slice(3, -4)).not.toMatch(/[<>"'{}]/);
        expect(html).not.toContain('SECRET');
        expect(render(html, values)).toEqual({ ok: true, text: html, empty: [] });
      }),
    );
  });

  it('greets by first name', () => {
    expect(['Ada  Park', ' Jo', '', 'Nguyễn Văn An'].map(firstName)).toEqual(['Ada', 'Jo', '', 'Nguyễn']);
  });
});
