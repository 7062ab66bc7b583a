import { newKey, startApp, type Agent, type TestApp } from './support/app.js';
import type { GivenPerson, GivenPupil } from './support/builders.js';

/** The text of a page as someone reads it: without tags, with single spaces. */
const read = (html: string): string =>
  html
    .replace(/<(script|style)[^]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
/** The value of a hidden field of the nth form that has it. */
const hidden = (html: string, name: string, nth = 0): string =>
  [...html.matchAll(new RegExp(`type="hidden" name="${name}" value="([^"]*)"`, 'g'))][nth]?.[1] ?? '';

const facts = { type: 'open-day', title: 'Open dag ROC Midden', place: 'Leusderweg', startsOn: '2026-11-10' };
type Fields = Record<string, string>;
/** The class list as the form sends it: everyone in a row, who was there ticked. */
const classList = (pupils: GivenPupil[], absent: GivenPupil[] = [], more: Fields = {}): Fields => ({
  idempotencyKey: newKey(),
  ...facts,
  ...Object.fromEntries(
    pupils.flatMap((pupil, row): [string, string][] => [
      [`pupils.${row}.pupilId`, pupil.id],
      ...(absent.includes(pupil) ? [] : ([[`pupils.${row}.present`, 'on']] satisfies [string, string][])),
      [`pupils.${row}.remark`, ''],
    ]),
  ),
  ...more,
});

describe('the pages of decaan, mentor and teacher', () => {
  let app: TestApp;
  let school: string;
  let mbo: string;
  let group: string;
  let pupils: GivenPupil[];
  let decaan: GivenPerson;
  let mentor: GivenPerson;
  let teacher: GivenPerson;
  let browser: Agent;

  beforeAll(async () => {
    app = await startApp();
    const { given } = app;
    school = await given.aSchool({ name: 'Veldzicht' });
    mbo = await given.aSchool({ kind: 'mbo', name: 'ROC Midden' });
    decaan = await given.aPerson({ school, roles: ['decaan'], givenName: 'Jolanda', familyName: 'Bakker' });
    mentor = await given.aPerson({ school, roles: ['staff'], givenName: 'Petra', familyName: 'Wit' });
    teacher = await given.aPerson({ school, roles: ['staff'], givenName: 'Tom', familyName: 'Les' });
  });
  afterAll(() => app.close());

  beforeEach(async () => {
    const { given } = app;
    group = await given.aGroup({ school, year: 4 });
    pupils = [
      await given.aPupil({ school, group, year: 4, givenName: 'Amira', mentor: mentor.id }),
      await given.aPupil({ school, group, year: 4, givenName: 'Bas', mentor: mentor.id }),
      await given.aPupil({ school, group, year: 4, givenName: 'Chris' }),
    ];
    await given.aTeacher({ group, school, person: teacher.id });
    browser = await app.asBrowser(decaan);
  });

  const send = (path: string, fields: Fields, agent = browser) => agent.post(path).type('form').send(fields);
  const rows = async (where: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
    (await app.owner.query<Record<string, unknown>>(`select * from activity where ${where}`, values)).rows;

  describe('logging for a class', () => {
    it('shows everyone ticked with the day of today, and says who reads a remark', async () => {
      const { text } = await browser.get(`/klassen/${group}/vastleggen`).expect(200);
      expect(text.match(/name="pupils\.\d+\.present" checked/g)).toHaveLength(3);
      expect(text).toContain('value="2026-11-16"');
      expect(read(text)).toContain('Een opmerking is te lezen door de leerling zelf en door zijn ouders');
      expect(read(text)).toContain('Welk soort werk past bij mij en waarom?');
      expect(read(text)).toContain('3 van 3 leerlingen');
    });

    it('logs for everyone who was there, once, however often it is sent', async () => {
      const list = classList(pupils, [pupils[1]!], {
        'pupils.0.remark': 'Stelde goede vragen',
        'competences.2': 'werkexploratie',
      });
      const first = await send(`/klassen/${group}/vastleggen`, list).expect(303);
      const second = await send(`/klassen/${group}/vastleggen`, list).expect(303);
      expect(second.headers.location).toBe(first.headers.location);
      const logged = await rows('group_id = $1', group);
      expect(logged.map((row) => row.pupil_id).sort()).toEqual([pupils[0]!.id, pupils[2]!.id].sort());
      expect(logged.find((row) => row.pupil_id === pupils[0]!.id)).toMatchObject({
        title: 'Open dag ROC Midden',
        remark: 'Stelde goede vragen',
        competences: ['werkexploratie'],
        logged_by: decaan.id,
      });

      const page = await browser.get(first.headers.location!).expect(200);
      expect(read(page.text)).toContain('De activiteit staat in het dossier van 2 leerlingen.');
      expect(page.text).toContain(`href="/logboek/${String(logged[0]!.log_id)}"`);
    });

    it('comes back with the faults, and with everything that was typed', async () => {
      const list = classList(pupils, [pupils[1]!], {
        type: '',
        title: '',
        endsOn: '2026-11-01',
        goal: 'Kijken of zorg bij je past',
        'pupils.0.remark': 'x'.repeat(301),
      });
      const { text } = await send(`/klassen/${group}/vastleggen`, list).expect(422);
      const page = read(text);
      expect(page).toContain('Er zijn 3 dingen die je moet aanpassen');
      expect(page).toContain('Kies een soort activiteit');
      expect(page).toContain('Vul in wat het was');
      expect(page).toContain(`${pupils[0]!.name}: Gebruik hooguit 300 tekens`);
      expect(text).toContain('<title>Fout: ');
      expect(page).toContain('Kijken of zorg bij je past');
      expect(text).toContain('value="2026-11-01"');
      expect(text).toContain('x'.repeat(301));
      expect(text.match(/name="pupils\.\d+\.present" checked/g)).toHaveLength(2);
      expect(hidden(text, 'idempotencyKey')).toBe(list.idempotencyKey);
      expect(await rows('group_id = $1', group)).toEqual([]);

      const period = classList(pupils, [], { endsOn: '2026-11-01' });
      expect(read((await send(`/klassen/${group}/vastleggen`, period).expect(422)).text)).toContain(
        'De laatste dag ligt vóór de eerste dag',
      );
    });

    it('refuses a list on which nobody is ticked, and a remark on someone who was absent', async () => {
      const nobody = await send(`/klassen/${group}/vastleggen`, classList(pupils, pupils)).expect(422);
      expect(read(nobody.text)).toContain('Vink minstens één leerling aan');
      const lost = await send(
        `/klassen/${group}/vastleggen`,
        classList(pupils, [pupils[2]!], { 'pupils.2.remark': 'Ziek gemeld' }),
      ).expect(422);
      expect(read(lost.text)).toContain(`${pupils[2]!.name}: Deze leerling was er niet bij`);
      expect(lost.text).toContain('value="Ziek gemeld"');
      expect(await rows('group_id = $1', group)).toEqual([]);
    });

    it('can be used again for another group: the facts, not the pupils or the remarks', async () => {
      await send(`/klassen/${group}/vastleggen`, classList(pupils, [], { 'pupils.0.remark': 'Deed goed mee' })).expect(
        303,
      );
      const logId = String((await rows('group_id = $1', group))[0]!.log_id);
      const other = await app.given.aGroup({ school, name: '4ANDERS' });
      await app.given.pupils(2, { school, group: other });

      const choose = await browser.get(`/klassen?van=${logId}`).expect(200);
      expect(choose.text).toContain(`href="/klassen/${other}/vastleggen?van=${logId}"`);
      const { text } = await browser.get(`/klassen/${other}/vastleggen?van=${logId}`).expect(200);
      expect(text).toContain('value="Open dag ROC Midden"');
      expect(text).toContain('value="2026-11-10"');
      expect(text).not.toContain('Deed goed mee');
      expect(text).not.toContain(pupils[0]!.id);
    });

    it('cannot be done for pupils of another group, nor without the key', async () => {
      const stranger = await app.given.aPupil({ school, group: await app.given.aGroup({ school }) });
      await send(`/klassen/${group}/vastleggen`, classList([...pupils, stranger])).expect(404);
      await send(`/klassen/${group}/vastleggen`, { ...classList(pupils), idempotencyKey: '' }).expect(400);
      expect(await rows('group_id = $1', group)).toEqual([]);
    });
  });

  describe('a class log', () => {
    let logId: string;
    beforeEach(async () => {
      await send(`/klassen/${group}/vastleggen`, classList(pupils, [], { 'pupils.0.remark': 'Deed goed mee' })).expect(
        303,
      );
      logId = String((await rows('group_id = $1', group))[0]!.log_id);
    });
    const versionOf = async (nth = 0): Promise<string> =>
      hidden((await browser.get(`/logboek/${logId}`).expect(200)).text, 'version', nth);

    it('is corrected in every dossier at once, and the remarks stay', async () => {
      const fields = { ...facts, title: 'Open avond ROC Midden', version: await versionOf() };
      await send(`/logboek/${logId}`, fields).expect(303).expect('location', `/klassen/${group}`);
      const corrected = await rows('log_id = $1 order by remark desc', logId);
      expect(corrected.map((row) => [row.title, row.remark])).toEqual([
        ['Open avond ROC Midden', 'Deed goed mee'],
        ['Open avond ROC Midden', ''],
        ['Open avond ROC Midden', ''],
      ]);
    });

    it('that someone else corrected meanwhile is shown beside what was typed, and nothing is lost', async () => {
      const version = await versionOf();
      await send(`/logboek/${logId}`, { ...facts, title: 'Van de ander', version }).expect(303);
      const { text } = await send(`/logboek/${logId}`, { ...facts, title: 'Van mij', version }).expect(412);
      expect(read(text)).toContain('Dit staat er nu');
      expect(read(text)).toContain('Van de ander');
      expect(text).toContain('value="Van mij"');
      expect(await rows('log_id = $1 and title = $2', logId, 'Van de ander')).toHaveLength(3);

      await send(`/logboek/${logId}`, { ...facts, title: 'Van mij', version: hidden(text, 'version') }).expect(303);
      expect(await rows('log_id = $1 and title = $2', logId, 'Van mij')).toHaveLength(3);
    });

    it('is not overtaken by pupils who write their words meanwhile', async () => {
      const version = await versionOf();
      await app.owner.query(`update activity set result = 'Leuk', version = version + 1 where log_id = $1`, [logId]);
      await send(`/logboek/${logId}`, { ...facts, title: 'Open avond', version }).expect(303);
      expect(await rows(`log_id = $1 and title = 'Open avond' and result = 'Leuk'`, logId)).toHaveLength(3);
    });

    it('is removed with a reason, after a warning that pupils wrote about it, never what', async () => {
      const own = (await rows('log_id = $1 and pupil_id = $2', logId, pupils[0]!.id))[0]!;
      await app.given.aReflection({ pupil: pupils[0]!, activity: String(own.id), text: 'Geheim gedachte' });
      const page = await browser.get(`/logboek/${logId}`).expect(200);
      expect(read(page.text)).toContain('1 leerling schreef er een reflectie bij');
      expect(page.text).not.toContain('Geheim gedachte');

      const version = await versionOf(1);
      const without = await send(`/logboek/${logId}/weghalen`, { version }).expect(422);
      expect(read(without.text)).toContain('Vul de reden in');
      const gone = await send(`/logboek/${logId}/weghalen`, { version, reason: 'Verkeerde klas gekozen' }).expect(303);
      const after = await browser.get(gone.headers.location!);
      expect(read(after.text)).toContain('Nog niets vastgelegd voor deze klas');
      expect(await rows(`log_id = $1 and removed_reason = 'Verkeerde klas gekozen'`, logId)).toHaveLength(3);
      const { rowCount } = await app.owner.query('select from reflection where activity_id = $1', [own.id]);
      expect(rowCount).toBe(1);
    });

    it('of a decaan is not there for a mentor or a teacher, who see that it exists for their own', async () => {
      for (const person of [mentor, teacher]) {
        const agent = await app.asBrowser(person);
        await agent.get(`/logboek/${logId}`).expect(404);
        await send(`/logboek/${logId}`, { ...facts, version: '1' }, agent).expect(404);
        await send(`/logboek/${logId}/weghalen`, { reason: 'Zomaar weg', version: '1' }, agent).expect(404);
      }
      const page = await (await app.asBrowser(mentor)).get(`/klassen/${group}`).expect(200);
      expect(read(page.text)).toContain('Open dag ROC Midden');
      expect(page.text).not.toContain(`/logboek/${logId}`);
      expect(await rows('log_id = $1 and removed_at is null', logId)).toHaveLength(3);
    });

    it('leaves one pupil out when one pupil was not there', async () => {
      const row = (await rows('log_id = $1 and pupil_id = $2', logId, pupils[1]!.id))[0]!;
      const at = `/activiteiten/${String(row.id)}`;
      const page = await browser.get(at).expect(200);
      await send(at, {
        ...facts,
        title: 'Alleen de middag',
        remark: 'Kwam later',
        version: hidden(page.text, 'version'),
      })
        .expect(303)
        .expect('location', `/leerlingen/${pupils[1]!.id}`);
      const stale = await send(`${at}/weghalen`, { version: '1', reason: 'Was er toch niet' }).expect(412);
      expect(read(stale.text)).toContain('Dit staat er nu');
      expect(read(stale.text)).toContain('Alleen de middag');
      await send(`${at}/weghalen`, { version: '2', reason: 'Was er toch niet' }).expect(303);
      expect(await rows('log_id = $1 and removed_at is null', logId)).toHaveLength(2);
      await browser.get(at).expect(404);
    });
  });

  describe('a group', () => {
    it('shows a decaan how far everyone is, never what was written', async () => {
      const [amira, bas] = pupils as [GivenPupil, GivenPupil];
      const activity = await app.given.anActivity({ pupil: amira, competences: ['netwerken', 'werkexploratie'] });
      await app.given.aReflection({ pupil: amira, activity, text: 'Niet voor de lijst' });
      await app.given.anActivity({ pupil: bas });
      await app.given.anApplication({ pupil: amira, to: mbo });
      const intaker = await app.given.aPerson({ school: mbo, roles: ['intaker'] });
      await app.given.aConsent({ pupil: amira, to: mbo, inForceSince: null, askedBy: intaker.id, answers: [] });
      const { text } = await browser.get(`/klassen/${group}`).expect(200);
      const line = (name: string): string =>
        read(
          /<tr[ >](?:(?!<\/tr>)[^])*?<\/tr>/.exec(text.slice(text.lastIndexOf('<tr', text.indexOf(name))))?.[0] ?? '',
        );
      expect(line(amira.name)).toMatch(
        /1 geschreven .*Werkexploratie, Netwerken.* Nog geen antwoord .*Mbo-verpleegkundige/,
      );
      expect(line(bas.name)).toMatch(/Nog niet .*1 van 5.* Niet gevraagd .*Nog niet/);
      expect(text).not.toContain('Niet voor de lijst');
    });

    it('shows a mentor the pupils that he mentors, and a teacher names and what he logged himself', async () => {
      const mine = await app.asBrowser(mentor);
      const asMentor = await mine.get(`/klassen/${group}`).expect(200);
      expect(asMentor.text).toContain(pupils[0]!.name);
      expect(asMentor.text).not.toContain(pupils[2]!.name);

      const theirs = await app.asBrowser(teacher);
      await app.given.activities(pupils, { group, by: decaan.id, title: 'Van de decaan' });
      await app.given.activities([pupils[0]!], { group, by: teacher.id, title: 'Van de docent' });
      const asTeacher = await theirs.get(`/klassen/${group}`).expect(200);
      for (const { name } of pupils) expect(asTeacher.text).toContain(name);
      expect(asTeacher.text).toContain('Van de docent');
      for (const hiddenText of ['Van de decaan', 'Reflectie', 'Delen met mbo', '/afdruk', '/mentoren'])
        expect(asTeacher.text).not.toContain(hiddenText);
    });

    it('of another school, or of nobody one knows, is not there', async () => {
      const elsewhere = await app.given.aSchool();
      const other = await app.given.aGroup({ school: elsewhere });
      await app.given.aPupil({ school: elsewhere, group: other });
      for (const path of ['', '/vastleggen', '/afdruk']) await browser.get(`/klassen/${other}${path}`).expect(404);
      await browser.get(`/overzicht/herinnering?klas=${other}`).expect(404);
      await browser.get('/klassen/zomaar').expect(404);
      await (await app.asBrowser(pupils[0]!)).get('/klassen').expect(403);
    });

    it('is said to be missing where there is none', async () => {
      const lonely = await app.given.aPerson({ school: await app.given.aSchool(), roles: ['decaan'] });
      const agent = await app.asBrowser(lonely);
      expect(read((await agent.get('/klassen').expect(200)).text)).toContain('Je hebt dit schooljaar nog geen klas');
      expect(read((await agent.get('/overzicht').expect(200)).text)).toContain('nog geen leerlingen');
    });
  });

  describe('one pupil', () => {
    const words = { text: 'Voor school geschreven', openedTo: ['school' as const] };

    it('is shown to mentor and decaan with opened reflections only, and how many there are', async () => {
      const [amira] = pupils as [GivenPupil];
      const activity = await app.given.anActivity({
        pupil: amira,
        by: mentor.id,
        remark: 'Werkte hard',
        evaluation: 'Zwaar maar leuk',
      });
      await app.given.aReflection({ pupil: amira, activity, ...words });
      await app.given.aReflection({ pupil: amira, text: 'Alleen voor mij' });
      for (const person of [mentor, decaan]) {
        const page = read((await (await app.asBrowser(person)).get(`/leerlingen/${amira.id}`).expect(200)).text);
        for (const text of [
          'Voor school geschreven',
          'Werkte hard',
          'Zwaar maar leuk',
          'schreef 2 reflecties',
          '1 open voor school',
        ])
          expect(page).toContain(text);
        expect(page).not.toContain('Alleen voor mij');
        expect(page).toContain('Nog niet aangemeld');
      }
      await (await app.asBrowser(mentor)).get(`/leerlingen/${pupils[2]!.id}`).expect(404);
    });

    it('is a name, a group and his own logs for a teacher', async () => {
      const [amira] = pupils as [GivenPupil];
      await app.given.anActivity({ pupil: amira, by: decaan.id, title: 'Van de decaan' });
      const own = await app.given.anActivity({ pupil: amira, by: teacher.id, title: 'Van de docent' });
      await app.given.anApplication({ pupil: amira, to: mbo });
      const agent = await app.asBrowser(teacher);
      const { text } = await agent.get(`/leerlingen/${amira.id}`).expect(200);
      expect(text).toContain('Van de docent');
      expect(text).toContain(`/activiteiten/${own}`);
      for (const hiddenText of ['Van de decaan', 'Aanmelding', 'Mbo-verpleegkundige', 'Delen met het mbo', 'Geboren'])
        expect(text).not.toContain(hiddenText);
      await agent.get(`/leerlingen/${amira.id}/afdruk`).expect(404);
      await agent.get(`/leerlingen/${amira.id}/aanmelden`).expect(404);
    });

    it('gets an activity of his own, and what he logged himself stays his', async () => {
      const [amira] = pupils as [GivenPupil];
      const at = `/leerlingen/${amira.id}/vastleggen`;
      const again = await send(at, {
        idempotencyKey: newKey(),
        ...facts,
        startsOn: '2026-02-31',
        remark: 'Sterk gesprek',
      }).expect(422);
      expect(read(again.text)).toContain('Vul een datum in die bestaat');
      expect(again.text).toContain('Sterk gesprek');
      const fields = { ...facts, idempotencyKey: newKey(), type: 'career-conversation', remark: 'Sterk gesprek' };
      await send(at, fields).expect(303);
      await send(at, fields).expect(303);
      expect(await rows('pupil_id = $1', amira.id)).toHaveLength(1);

      const own = await app.given.anActivity({ pupil: amira, title: 'Zelf gedaan' });
      const page = await browser.get(`/activiteiten/${own}`).expect(200);
      expect(read(page.text)).toContain('vulde dit zelf in');
      expect(page.text).not.toContain('Weghalen uit dit dossier');
      await send(`/activiteiten/${own}`, { ...facts, version: '1' }).expect(422);
      expect((await rows('id = $1', own))[0]!.title).toBe('Zelf gedaan');
    });

    it('is applied for an opleiding, and the application can be taken back', async () => {
      const [amira] = pupils as [GivenPupil];
      const opleiding = await app.given.anOpleiding({ school: mbo, name: 'Verzorgende IG', niveau: 3 });
      const at = `/leerlingen/${amira.id}/aanmelden`;
      const empty = await send(at, { idempotencyKey: newKey() }).expect(422);
      expect(read(empty.text)).toContain('Kies een opleiding');
      await send(at, { idempotencyKey: newKey(), opleidingId: opleiding }).expect(303);
      const twice = await send(at, { idempotencyKey: newKey(), opleidingId: opleiding }).expect(422);
      expect(read(twice.text)).toContain('Deze aanmelding staat er al');
      const page = await browser.get(`/leerlingen/${amira.id}`).expect(200);
      expect(read(page.text)).toContain('Verzorgende IG (niveau 3, bol)');
      const action = /action="(\/leerlingen\/[^"]+\/intrekken)"/.exec((await browser.get(at).expect(200)).text)?.[1];
      await send(action!, {}).expect(303);
      expect(read((await browser.get(at).expect(200)).text)).not.toContain('Aangemeld op');
    });
  });

  describe('the overview', () => {
    it('counts what waits in the exam year, and each figure leads to its list', async () => {
      const quiet = await app.given.aSchool();
      const guide = await app.given.aPerson({ school: quiet, roles: ['lob-coordinator'] });
      const fourth = await app.given.aGroup({ school: quiet, year: 4, name: '4X' });
      const third = await app.given.aGroup({ school: quiet, year: 3, name: '3X' });
      const applied = await app.given.aPupil({ school: quiet, group: fourth, year: 4, givenName: 'Aangemeld' });
      const waiting = await app.given.aPupil({ school: quiet, group: fourth, year: 4, givenName: 'Wachtend' });
      const younger = await app.given.aPupil({ school: quiet, group: third, year: 3, givenName: 'Jonger' });
      await app.given.anApplication({ pupil: applied, to: mbo });
      await app.given.anActivity({ pupil: waiting });
      const agent = await app.asBrowser(guide);
      const page = await agent.get('/overzicht').expect(200);
      expect(read(page.text)).toContain('Nog niet aangemeld, nog 136 dagen tot 1 april 1');
      for (const { name } of [applied, waiting, younger]) expect(page.text).toContain(name);

      const shown = async (query: string): Promise<string[]> => {
        const { text } = await agent.get(`/overzicht?${query}`).expect(200);
        return [applied, waiting, younger]
          .filter(({ name }) => text.includes(name))
          .map(({ name }) => name.split(' ')[0]!);
      };
      expect(await shown('stand=niet-aangemeld')).toEqual(['Wachtend']);
      expect(await shown('stand=geen-reflectie')).toEqual(['Wachtend']);
      expect(await shown('stand=examenjaar')).toEqual(['Aangemeld', 'Wachtend']);
      expect(await shown('leerjaar=3')).toEqual(['Jonger']);
      expect(await shown(`klas=${fourth}&stand=geen-activiteit`)).toEqual(['Aangemeld']);
      expect(await shown('leerjaar=zomaar&stand=onzin')).toHaveLength(3);
    });

    it('of a mentor is about his pupils alone', async () => {
      const { text } = await (await app.asBrowser(mentor)).get('/overzicht').expect(200);
      expect(text).toContain(pupils[0]!.name);
      expect(text).not.toContain(pupils[2]!.name);
      await (await app.asBrowser(teacher)).get('/overzicht').expect(403);
    });

    it('prints a strip for who has something waiting, with that and nothing else', async () => {
      const [amira, bas, chris] = pupils as [GivenPupil, GivenPupil, GivenPupil];
      await app.given.activities(pupils, { title: 'Zeg dit niet' });
      await app.given.aReflection({ pupil: bas, text: 'Zeg dit ook niet' });
      const { text } = await browser.get(`/overzicht/herinnering?klas=${group}`).expect(200);
      expect(text.match(/class="app-strip"/g)).toHaveLength(2);
      expect(text).toContain(amira.name);
      expect(text).toContain(chris.name);
      for (const secret of [bas.name, 'Zeg dit niet', 'Zeg dit ook niet']) expect(text).not.toContain(secret);
    });
  });

  describe('the printed page', () => {
    it('is one sheet per pupil of the group, with one sight on record for each', async () => {
      const [amira] = pupils as [GivenPupil];
      await app.given.aReflection({ pupil: amira, text: 'Mag de school lezen', openedTo: ['school'] });
      await app.given.aReflection({ pupil: amira, text: 'Mag niemand lezen' });
      const { text } = await browser.get(`/klassen/${group}/afdruk`).expect(200);
      expect(text.match(/class="app-sheet app-sheet--one"/g)).toHaveLength(3);
      expect(text).toContain('Mag de school lezen');
      expect(text).not.toContain('Mag niemand lezen');
      const { rows: seen } = await app.owner.query<{ chain_id: string; sections: string[] }>(
        `select chain_id, sections from audit_event where action = 'section.read' and chain_id = any($1)`,
        [pupils.map(({ id }) => id)],
      );
      expect(seen.map(({ chain_id }) => chain_id).sort()).toEqual(pupils.map(({ id }) => id).sort());
      expect(seen[0]!.sections).toEqual(expect.arrayContaining(['profile', 'lob', 'reflections']));
    });

    it('of a mentor has his pupils alone, and none of a group that he does not mentor', async () => {
      const agent = await app.asBrowser(mentor);
      const { text } = await agent.get(`/klassen/${group}/afdruk`).expect(200);
      expect(text.match(/class="app-sheet app-sheet--one"/g)).toHaveLength(2);
      expect(text).not.toContain(pupils[2]!.name);
      await agent.get(`/leerlingen/${pupils[2]!.id}/afdruk`).expect(404);
      const { rowCount } = await app.owner.query(
        `select from audit_event where chain_id = $1 and action = 'access.refused' and actor_id = $2`,
        [pupils[2]!.id, mentor.id],
      );
      expect(rowCount).toBe(1);
    });

    it('leaves out pupils whom a mentor only teaches', async () => {
      await app.given.aTeacher({ group, school, person: mentor.id });
      const { text } = await (await app.asBrowser(mentor)).get(`/klassen/${group}/afdruk`).expect(200);
      expect(text.match(/class="app-sheet app-sheet--one"/g)).toHaveLength(2);
      const { rowCount } = await app.owner.query(
        `select from audit_event where chain_id = $1 and action = 'section.read'`,
        [pupils[2]!.id],
      );
      expect(rowCount).toBe(0);
    });

    it('is the same for the pupil: what he keeps from school is not on it', async () => {
      const [amira] = pupils as [GivenPupil];
      await app.given.aReflection({ pupil: amira, text: 'Mag niemand lezen' });
      const { text } = await (await app.asBrowser(amira)).get('/mijn/afdruk').expect(200);
      expect(text).toContain(amira.name);
      expect(text).not.toContain('Mag niemand lezen');
      await browser.get('/mijn/afdruk').expect(403);
    });
  });
});
