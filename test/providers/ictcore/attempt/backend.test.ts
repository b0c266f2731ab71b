import { describe, expect, test } from 'vitest';

import { startFixture } from '../fixture.js';
import { gid, one, SENDING } from '../transmission/seed.js';

describe('attempts', () => {
  const spool = (spool_id: number, transmission_id: number, status: string) => ({ spool_id, transmission_id, status });
  const TRIED = {
    ...SENDING,
    spools: [spool(1, 1, 'failed'), spool(2, 1, 'completed'), spool(3, 2, 'connected'), spool(4, 3, 'strange')],
    spool_results: [1, 2].map((spool_id) => ({
      ...{ spool_id, type: 'application', name: 'originate', data: spool_id === 1 ? 'error' : 'success' },
      date_created: 1_767_312_000,
    })),
  };
  const step = (spool_id: number, data: string) => ({
    attemptId: gid('attempt', `1/${spool_id}`),
    name: 'originate',
    data,
  });

  test('a transmission tells its attempts and the results of the last, an attempt its own', async () => {
    await using fixture = await startFixture(TRIED);
    const { data, errors } = await fixture.gateway.ask(
      one(
        'transmission',
        1,
        '... on Transmission { results { attemptId name data } attempts { upstreamId status response startedAt results { attemptId name data } } }',
      ),
    );
    const attempt = { response: null, startedAt: null };
    expect({ data, errors }).toEqual({
      errors: [],
      data: {
        node: {
          results: [step(2, 'success')],
          attempts: [
            { ...attempt, upstreamId: '1', status: 'FAILED', results: [step(1, 'error')] },
            { ...attempt, upstreamId: '2', status: 'COMPLETED', results: [step(2, 'success')] },
          ],
        },
      },
    });
    expect(fixture.asked().sort()).toEqual([
      ...['/spools/1/result', '/spools/2/result', '/transmissions/1', '/transmissions/1/detail'],
    ]);
    const alone = await fixture.gateway.ask(
      one('transmission', 1, '... on Transmission { results { attemptId name data } }'),
    );
    expect(alone.data).toEqual({ node: { results: [step(2, 'success')] } });
    expect(fixture.asked()).toEqual(['/transmissions/1', '/transmissions/1/result']);
  });

  test('one attempt is asked for its status alone; its transmission tells the rest', async () => {
    await using fixture = await startFixture(TRIED);
    const status = await fixture.gateway.ask(one('attempt', '2/3', '... on TransmissionAttempt { status }'));
    expect(status.data).toEqual({ node: { status: 'INITIATED' } });
    expect(fixture.asked()).toEqual(['/spools/3/status']);
    const more = await fixture.gateway.ask(
      one('attempt', '2/3', '... on TransmissionAttempt { response endedAt transmission { title } results { name } }'),
    );
    expect(more.data).toEqual({
      node: { response: null, endedAt: null, transmission: { title: 'title 1' }, results: [] },
    });
    const ids = ['1/1', '1/2', '3/4', '1/3', '1/99'].map((key) => gid('attempt', key));
    fixture.asked();
    const several = await fixture.gateway.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on TransmissionAttempt { status response } } }',
      { ids },
    );
    const attempt = (word: string) => ({ status: word, response: null });
    expect(several.data).toEqual({ nodes: [attempt('FAILED'), attempt('COMPLETED'), attempt('UNKNOWN'), null, null] });
    expect(fixture.asked()).toEqual(['/transmissions/1/detail', '/transmissions/3/detail']);
    for (const key of ['1/999', '1', '1/2/3', '0/1', 'x']) {
      expect((await fixture.gateway.ask(one('attempt', key, 'id'))).data).toEqual({ node: null });
    }
  });

  test('before it was sent there are neither attempts nor results', async () => {
    await using fixture = await startFixture(SENDING);
    const { data } = await fixture.gateway.ask(
      one('transmission', 1, '... on Transmission { attempts { id } results { name } }'),
    );
    expect(data).toEqual({ node: { attempts: [], results: [] } });
  });
});
