import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import fc from 'fast-check';
import { DomainError, staleVersion } from '../../platform/errors/domain-error.js';
import { Form, FormPipe, nest } from './form.js';

class RowDto {
  @IsString() pupilId: string;
  @IsBoolean() present: boolean = false;
  @IsOptional() @IsString() @MaxLength(5) remark?: string;
}
class LogDto {
  @IsIn(['open-day', 'trial-day'], { message: 'activity.choose-type' }) type: string;
  @IsDateString({ strict: true }) startsOn: string;
  @IsString() @IsNotEmpty() title: string;
  @IsOptional() @IsInt() hours?: number;
  @IsOptional() @IsIn(['netwerken', 'werkexploratie'], { each: true }) competences: string[] = [];
  @IsOptional() @ValidateNested({ each: true }) @Type(() => RowDto) rows: RowDto[] = [];
}
const sent = (body: object): Promise<Form<LogDto>> => new FormPipe(LogDto).transform(body);
const good = { type: 'open-day', startsOn: '2026-11-12', title: 'Open dag' };

describe('nest', () => {
  it('makes lists and objects of dotted names', () => {
    const rows = Object.entries({ 'rows.1.remark': 'ziek', 'rows.1.pupilId': 'b', title: 'Stage' });
    expect(nest(rows)).toEqual({ rows: [undefined, { remark: 'ziek', pupilId: 'b' }], title: 'Stage' });
  });

  it.each([
    [{ a: '1', 'a.b': '2' }, { a: '1' }],
    [{ 'rows.0.x': '1', 'rows.length': '4294967296' }, { rows: [{ x: '1' }] }],
    [{ '__proto__.admin': '1', 'constructor.prototype.admin': '1' }, {}],
    [{ 'a.b.c.d.e.f': '1' }, {}],
    [{ 'rows.99999.x': '1' }, { rows: { 99999: { x: '1' } } }],
  ])('leaves nonsense out: %j', (flat, nested) => {
    expect(nest(Object.entries(flat))).toEqual(nested);
    expect(({} as { admin?: string }).admin).toBeUndefined();
  });

  it('puts nothing on a list but its rows', () => {
    const { rows } = nest([
      ['rows.0', 'a'],
      ['rows.extra', 'b'],
    ]);
    expect(Object.keys(rows as object)).toEqual(['0']);
  });

  it('survives any names', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom('0', '12', 'length', '__proto__', 'toString', 'rows', ''));
    const name = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('.'));
    fc.assert(fc.property(fc.array(fc.tuple(name, fc.string())), (flat) => void nest(flat)));
  });
});

describe('a form', () => {
  it('is read as the DTO asks: boxes, numbers and lists', async () => {
    const form = await sent({
      ...good,
      hours: '3',
      'competences.1': 'werkexploratie',
      'rows.0.pupilId': 'a',
      'rows.0.present': 'on',
      'rows.1.pupilId': 'b',
    });
    expect(form.faults).toEqual([]);
    expect(form.value).toMatchObject({
      ...good,
      hours: 3,
      competences: ['werkexploratie'],
      rows: [
        { pupilId: 'a', present: true },
        { pupilId: 'b', present: false },
      ],
    });
    expect(form.includes('competences', 'werkexploratie')).toBe(true);
    expect(form.includes('competences', 'netwerken')).toBe(false);
  });

  it('keeps what was typed, as it was typed', async () => {
    const form = await sent({ ...good, title: '  <b>Open dag</b>\r\nmet NUL\0 ' });
    expect(form.text('title')).toBe('  <b>Open dag</b>\nmet NUL ');
    expect(form.value.title).toBe('<b>Open dag</b>\nmet NUL');
  });

  it('names each fault once, by a key, in the order of the DTO', async () => {
    const form = await sent({
      startsOn: '2010-02-31',
      hours: 'drie',
      'rows.0.pupilId': 'c',
      'rows.0.remark': 'te lang',
    });
    expect(form.valid).toBe(false);
    expect(form.faults).toEqual([
      { field: 'type', code: 'activity.choose-type' },
      { field: 'startsOn', code: 'invalid.isDateString' },
      { field: 'title', code: 'invalid.required' },
      { field: 'hours', code: 'invalid.isInt' },
      { field: 'rows.0.remark', code: 'invalid.maxLength', params: { limit: '5' } },
    ]);
  });

  it('leaves fields out that the DTO does not know', async () => {
    const form = await sent({ ...good, schoolId: 'x', 'rows.0.pupilId': 'a', 'rows.0.admin': 'on' });
    expect(form.value).not.toHaveProperty('schoolId');
    expect(form.value.rows[0]).not.toHaveProperty('admin');
  });

  it.each([undefined, null, 'text', [], { rows: 'x', 'rows.0.pupilId': 'a' }, { 'title.0': 'x', type: {} }])(
    'answers any body with faults, never a crash: %j',
    async (body) => expect((await sent(body as object)).valid).toBe(false),
  );

  it('does not trim a password', async () => {
    class SignInDto {
      @IsString() password: string;
    }
    const form = await new FormPipe(SignInDto).transform({ password: ' geheim ' });
    expect(form.value.password).toBe(' geheim ');
  });
});

describe('the key that makes sending twice harmless', () => {
  it('is new for a new form and the same for a sent one', async () => {
    expect(Form.of().idempotencyKey).not.toBe(Form.of().idempotencyKey);
    const key = Form.of().idempotencyKey;
    const form = await sent({ idempotencyKey: key, version: '7' });
    expect(form.idempotencyKey).toBe(key);
    expect(form.withFaults([{ field: 'x', code: 'y' }]).idempotencyKey).toBe(key);
    expect(form.version).toBe(7);
  });

  it('is not what a stranger makes of it', async () => {
    const form = await sent({ idempotencyKey: '"><script>', version: '1e9' });
    expect(form.idempotencyKey).toMatch(/^[\w-]{36}$/);
    expect(form.version).toBeUndefined();
  });
});

describe('a form that is shown filled in', () => {
  it('takes nested values', () => {
    const form = Form.of({ type: 'open-day', version: 3, rows: [{ present: true, remark: null }] });
    expect(form.text('type')).toBe('open-day');
    expect(form.checked('rows.0.present')).toBe(true);
    expect(form.text('rows.0.remark')).toBe('');
    expect(form.version).toBe(3);
  });
});

describe('what a use case refuses', () => {
  it('comes back on the form, by field or above it', () => {
    const fault = { field: 'title', code: 'taken' };
    expect(Form.of().refused(new DomainError('invalid', 422, {}, [fault])).faults).toEqual([fault]);
    const conflict = Form.of().refused(new DomainError('exists', 409, { n: 1 }));
    expect(conflict.faults).toEqual([{ field: '', code: 'exists', params: { n: 1 } }]);
  });

  it('is thrown on when it is not about the form', () => {
    expect(() => Form.of().refused(staleVersion())).toThrow('stale-version');
    expect(() => Form.of().refused(new TypeError('broken'))).toThrow('broken');
  });
});
