import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { QueryFailedError } from 'typeorm';
import { JsonLogger, requestContext } from './logging.js';

function logger(level: 'debug' | 'info' | 'silent' = 'debug') {
  const lines: string[] = [];
  const log = new JsonLogger(level, { write: (line) => void lines.push(line) });
  return { log, text: () => lines.join(''), last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('the log', () => {
  test('writes a line of JSON with the allowed fields and no others', () => {
    const { log, last, text } = logger();
    log.event('info', 'request', { route: '/pupils/:id', status: 200, ...{ name: 'Sanne', body: { a: 1 } } });
    expect(last()).toMatchObject({ level: 'info', message: 'request', route: '/pupils/:id', status: 200 });
    expect(text()).not.toMatch(/Sanne|body/);
    log.log({ name: 'Sanne', count: 3 }, 'Import');
    expect(last()).toMatchObject({ context: 'Import', count: 3 });
    expect(text()).not.toMatch(/Sanne/);
  });

  test('tells of a failed query where and which, not with what', () => {
    const { log, last, text } = logger();
    const cause = Object.assign(new pg.DatabaseError('duplicate key "Sanne"', 1, 'error'), {
      code: '23505',
      table: 'person',
      constraint: 'person_email_key',
      detail: 'Key (email)=(sanne@example.nl) already exists.',
    });
    log.error(new QueryFailedError(`insert into person values ('Sanne')`, ['Sanne', 'sanne@example.nl'], cause), 'Db');
    expect(last()).toMatchObject({
      context: 'Db',
      failure: { error: 'QueryFailedError', cause: { code: '23505', table: 'person', constraint: 'person_email_key' } },
    });
    expect(text()).not.toMatch(/Sanne|sanne|insert/);
  });

  test('keeps the words of our own errors, and not of what a person typed', () => {
    const { log, last, text } = logger();
    log.error(new Error('no transaction'));
    expect(last()).toMatchObject({ message: 'unexpected failure', failure: { message: 'no transaction' } });
    log.error(thrownBy(() => JSON.parse('{"name": Sanne}') as unknown));
    expect(last()).toMatchObject({ failure: { error: 'SyntaxError' } });
    const stack = (thrownBy(() => JSON.parse('{"name": Sanne}') as unknown) as Error).stack;
    log.error(stack, 'ExceptionsHandler');
    log.error('failed', stack, 'ExceptionsHandler');
    expect(last()).toMatchObject({ message: 'failed', context: 'ExceptionsHandler' });
    expect(text()).not.toMatch(/Sanne/);
    expect((last().stack as string[]).length).toBeGreaterThan(1);
  });

  test('names the request in every line', () => {
    const { log, last } = logger();
    requestContext.run({ requestId: 'r-1' }, () => log.warn('slow', 'Db'));
    expect(last()).toMatchObject({ level: 'warn', requestId: 'r-1', message: 'slow' });
  });

  test('is silent when asked, and spares the operator the list of routes', () => {
    const silent = logger('silent');
    silent.log.fatal('anything');
    expect(silent.text()).toBe('');
    const { log, text } = logger('info');
    log.log('Mapped {/livez, GET} route', 'RouterExplorer');
    expect(text()).toBe('');
  });
});
