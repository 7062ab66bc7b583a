import type { Actor } from '../../platform/access/actor.js';
import { Form } from '../kit/form.js';
import { View, type WebRequest } from '../kit/view.js';
import { Quote } from './blocks.js';
import { Table } from './data-blocks.js';
import { TextArea, TextField } from './form-fields.js';
import { ErrorSummary } from './form-parts.js';
import { Layout } from './layout.js';

const evil = `<img src=x onerror="alert(1)">'`;
const actor = (more: Partial<Actor> = {}): Actor => ({
  kind: 'pupil',
  id: 'p',
  name: 'Sem',
  schoolId: 's',
  schoolName: 'Veldzicht College',
  roles: ['pupil'],
  sessionId: 'x',
  factor: 'none',
  elsewhere: false,
  provenAt: new Date('2026-11-16T10:00:00Z'),
  provesBy: 'sign-in',
  ...more,
});
const view = (user?: Actor, more: Partial<WebRequest> = {}): View =>
  new View({ method: 'GET', url: '/mijn', headers: {}, actor: user, ...more });

describe('what people typed', () => {
  it('is text on every page, never markup', () => {
    const form = Form.of({ name: evil, story: evil }).withFaults([
      { field: 'name', code: evil, params: { limit: evil } },
    ]);
    const html = view(actor({ name: evil, schoolName: evil })).render(
      <Layout title={evil} back={{ href: '/', text: evil }}>
        <ErrorSummary form={form} rowName={() => evil} />
        <TextField form={form} name="name" label={evil} hint={evil} />
        <TextArea form={form} name="story" label={evil} />
        <Quote by={evil}>{evil}</Quote>
        <Table
          caption={evil}
          columns={[{ head: evil, cell: (row: string) => row }]}
          rows={[evil]}
          rowKey={(row) => row}
        />
      </Layout>,
    );
    expect(html).toContain('&lt;img src=x onerror=');
    expect(html).not.toContain('<img');
    expect(html).not.toMatch(/="[^"]*"alert/);
  });

  it('does not bring a password back', () => {
    const form = Form.of({ password: 'geheim' });
    const html = view().render(<TextField form={form} name="password" type="password" label="Wachtwoord" />);
    expect(html).not.toContain('geheim');
  });
});

describe('the page around it', () => {
  const page = (v: View, translated = false): string =>
    v.render(
      <Layout title="Titel" translated={translated}>
        <p>x</p>
      </Layout>,
    );

  it('needs no inline script or style', () => {
    const html = page(view(actor()), true);
    expect(html).not.toMatch(/ style=| on[a-z]+=|<style/);
    expect(html.match(/<script[^>]*>/g)).toEqual([expect.stringContaining(' src=')]);
  });

  it('offers the other language only where the page is translated', () => {
    expect(page(view(actor()), true)).toContain('action="/taal"');
    expect(page(view(actor()))).not.toContain('action="/taal"');
  });

  it('is Dutch as a whole where it is not translated', () => {
    const english = view(actor(), { headers: { cookie: 'taal=en' } });
    expect(page(english, true)).toContain('<html lang="en"');
    const dutch = page(english);
    expect(dutch).toContain('<html lang="nl"');
    expect(dutch).toContain('Uitloggen');
  });

  it('marks the menu item where one is', () => {
    expect(page(view(actor()))).toMatch(/href="\/mijn" aria-current="page"/);
    expect(page(view(actor(), { url: '/mijn/toestemming/1' }))).toMatch(
      /href="\/mijn\/toestemming" aria-current="true"/,
    );
  });

  it('shows no menu or name to who has not signed in', () => {
    expect(page(view())).not.toMatch(/<nav class="app-nav|Uitloggen/);
  });
});
