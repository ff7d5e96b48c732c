import { startApplication, type TestApplication } from '../../test/support/application.js';

let nrm: TestApplication;
beforeAll(async () => {
  nrm = await startApplication();
});
afterAll(() => nrm.close());

interface Samples {
  readonly items: readonly { readonly id: string; readonly caseId: string; readonly reason: string }[];
}

const drawn = async (openedBy: 'police' | 'ngo'): Promise<string> => {
  const { body } = await (await nrm.signIn(openedBy)).open();
  await nrm.sql('insert into review_samples (case_id, reason, sampled_at) values ($1, $2, now_domain())', [
    body.id,
    'voided',
  ]);
  return body.id;
};

it('shows a supervisor the samples of her body, the Coordinator and the Ombudsman all, and the police none', async () => {
  const [ours, theirs] = [await drawn('police'), await drawn('ngo')];
  const seenBy = async (username: 'supervisor' | 'coordinator' | 'ombudsman') =>
    (await (await nrm.signIn(username)).get<Samples>('/supervision/samples')).body.items.map(
      (one) => one.caseId,
    );
  expect(await seenBy('supervisor')).toEqual([ours]);
  expect(await seenBy('coordinator')).toEqual([ours, theirs]);
  expect(await seenBy('ombudsman')).toEqual([ours, theirs]);
  expect((await (await nrm.signIn('police')).get('/supervision/samples')).status).toBe(403);
});

it('is reviewed once, by somebody who may see it', async () => {
  const caseId = await drawn('ngo');
  const ombudsman = await nrm.signIn('ombudsman');
  const { items } = (await ombudsman.get<Samples>('/supervision/samples')).body;
  const id = items.find((one) => one.caseId === caseId)?.id;
  const review = async (username: 'supervisor' | 'ombudsman') =>
    (await (await nrm.signIn(username)).post(`/supervision/samples/${id}/review`)).status;
  expect(await review('supervisor')).toBe(404);
  expect(await review('ombudsman')).toBe(204);
  expect(await review('ombudsman')).toBe(404);
});
