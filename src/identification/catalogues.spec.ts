import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtInCatalogues } from '#libs/indicators';
import { Visitor } from '../../test/browser/visitor.js';
import {
  demoPassword,
  startApplication,
  startWeb,
  startWorker,
  type TestApplication,
} from '../../test/support/application.js';
import { Database } from '../platform/index.js';
import { cataloguesIn } from './catalogue-files.js';
import { recordCatalogues } from './catalogue-record.js';

const national = {
  id: 'probe-list',
  version: '2009-1',
  title: { az: 'Sınaq siyahısı', en: 'Probe list' },
  weighting: 'weighted',
  appliesTo: 'adult',
  exploitation: 'labour',
  provenance: 'verified',
  source: { title: 'A document', reference: 'No 1' },
  legalBasis: 'Decision 131/2009',
  validFrom: '2026-01-01',
  indicators: [
    { code: 'ex.probe', dimension: 'EX', strength: 'S', title: { az: 'Sınaq', en: 'Probe sign' } },
  ],
};
const replacing = {
  ...builtInCatalogues.labourAdult,
  version: '2',
  title: { az: 'Yeni siyahı', en: 'Labour list as replaced' },
};

/** In force to the end of 2025. */
const ended = {
  ...builtInCatalogues.labourAdult,
  id: 'ended-list',
  title: { az: 'Əvvəlki siyahı', en: 'Labour list of before' },
  validTo: '2025-12-31',
};
const places: string[] = [];
function directoryOf(files: Readonly<Record<string, unknown>>): string {
  const place = mkdtempSync(path.join(tmpdir(), 'nrm-catalogues-'));
  places.push(place);
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.isBuffer(content) ? content : JSON.stringify(content);
    writeFileSync(path.join(place, name), bytes);
  }
  return place;
}
afterAll(() => places.forEach((place) => rmSync(place, { recursive: true })));

interface Recorded {
  readonly entries?: readonly { readonly payload: { readonly facts: { readonly advises: string } } }[];
}

const broken = { ...national, indicators: [{ ...national.indicators[0], strength: 'X' }] };
const brokenWords =
  'NRM_CATALOGUES_DIR: national.json: indicators[0].strength: unknown strength "X": write one of S, M, W';

describe('a directory of lists', () => {
  it('replaces a list of the program in its place, and adds others after them', () => {
    const listed = cataloguesIn(directoryOf({ 'b.json': national, 'a.json': replacing, 'notes.txt': 'x' }));
    const ids = Object.values(builtInCatalogues).map(({ id }) => id);
    expect(listed.map(({ catalogue }) => catalogue.id)).toEqual([...ids, 'probe-list']);
    expect(listed.filter(({ file }) => file)).toMatchObject([
      { catalogue: { version: '2' }, file: 'a.json' },
      { catalogue: { version: '2009-1' }, file: 'b.json' },
    ]);
  });

  it('may be empty, and need not be named', () => {
    expect(cataloguesIn(directoryOf({}))).toEqual(cataloguesIn());
  });

  it('tells every fault of every file at once', () => {
    const place = directoryOf({ 'a.json': { ...national, version: '' }, 'national.json': broken });
    expect(() => cataloguesIn(place)).toThrow(/a\.json: version: no version: write one/);
    expect(() => cataloguesIn(place)).toThrow(brokenWords);
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      'two files of one id',
      { 'a.json': national, 'b.json': { ...national, version: '3' } },
      'b.json: id: probe-list stands in a.json too: keep one of the two',
    ],
    [
      'another list under the name of one of the program',
      { 'a.json': { ...replacing, version: builtInCatalogues.labourAdult.version } },
      'a.json: version: ilo-ec-2009-labour-adult@1 comes with the program: give this list another version',
    ],
    [
      'letters in another encoding',
      { 'a.json': Buffer.from([0x22, 0xfd, 0x22]) },
      'a.json: file: cannot be read',
    ],
  ])('refuses %s', (_what, files, message) => {
    expect(() => cataloguesIn(directoryOf(files))).toThrow(message);
  });

  it('refuses a directory that is not there', () => {
    expect(() => cataloguesIn(path.join(directoryOf({}), 'none'))).toThrow(
      'NRM_CATALOGUES_DIR: this directory cannot be read (ENOENT)',
    );
  });
});

describe('an installation with lists of its own', () => {
  let application: TestApplication;
  const name = 'probe-list@2009-1';
  const signIn = (username: string) => Visitor.signedIn(application.url, username, demoPassword);
  const withLists = (files: Readonly<Record<string, unknown>>) => ({
    ...application.environment,
    NRM_CATALOGUES_DIR: directoryOf(files),
  });

  beforeAll(async () => {
    const place = directoryOf({ 'national.json': national, 'labour.json': replacing, 'ended.json': ended });
    application = await startApplication({ settings: { NRM_CATALOGUES_DIR: place } });
  }, 120_000);
  afterAll(() => application.close());

  it('asks by them on the form, and records by which an assessment was made', async () => {
    const api = await application.signIn('police');
    const { body } = await api.open();
    const police = await signIn('police');
    const { html } = await police.visit(`/cases/${body.id}`);
    const link = /href="([^"]+\/recordIndicators\?procedureId=[^"]+)"/.exec(html)?.[1] ?? '';
    const which = await police.visit(link.replaceAll('&amp;', '&'));
    expect(which.text).toContain('Labour list as replaced');
    expect(which.text).not.toContain(builtInCatalogues.labourAdult.title.en);
    const address = /href="([^"]+catalogue=probe-list[^"]*)"/.exec(which.html)?.[1] ?? '';
    const form = await police.visit(address.replaceAll('&amp;', '&'));
    const path = `/cases/${body.id}/commands/identification/recordIndicators`;
    const sent = await police.submit(form, path, { observed: 'ex.probe' });
    expect(sent.path).toMatch(/\?recorded=\d+$/);
    const { body: made } = await api.get<{ items: unknown[] }>(`/cases/${body.id}/assessments`);
    expect(made.items).toEqual([expect.objectContaining({ catalogue: name, observed: ['ex.probe'] })]);
    expect((await police.visit(`/cases/${body.id}/timeline`)).text).toContain('Probe sign');
  });

  it('records by a list that is out of force, and nothing is raised by it: the day of the observation counts', async () => {
    const api = await application.signIn('police');
    const lateReason = 'Uydurma səbəb.';
    const { body } = await api.open({ encounteredAt: '2025-12-30T08:00:00Z', lateReason });
    const data = { catalogue: 'ended-list@1', observed: ended.indicators.map(({ code }) => code) };
    const records = async (late = {}) => {
      const answer = await api.give<Recorded>(body.id, 'identification', 'recordIndicators', data, late);
      return [answer.status, answer.body.entries?.[0]?.payload.facts.advises];
    };
    expect(await records()).toEqual([200, 'lookFurther']);
    const onLastDay = { happenedAt: '2025-12-31T23:59:00+04:00', lateReason };
    expect(await records(onLastDay)).toEqual([200, 'presume']);
    const made = await api.get<{ items: { result: { explanation: { en: string[] } } }[] }>(
      `/cases/${body.id}/assessments`,
    );
    const told = made.body.items.map(({ result }) => result.explanation.en.join(' '));
    expect(
      told.map((text) =>
        text.includes('The list is in force from 1 September 2009 to 31 December 2025, and not'),
      ),
    ).toEqual([true, false]);
  });

  it('names them in the interface, and to the administrator with file, comparison and legal basis', async () => {
    const api = await application.signIn('police');
    const { body } = await api.get<{ items: { id: string; version: string }[] }>('/indicators');
    const names = body.items.map(({ id, version }) => `${id}@${version}`);
    expect(names).toEqual(expect.arrayContaining([name, 'ilo-ec-2009-labour-adult@2']));
    expect(names).not.toContain('ilo-ec-2009-labour-adult@1');
    const { text } = await (await signIn('admin')).visit('/admin');
    expect(text).toMatch(/Probe list \(probe-list@2009-1\) national\.json verified .*131.* A document, No 1/);
    expect(text).toMatch(/UNODC general.* \(unodc-general@1\) comes with the program not verified –/);
  });

  it('starts no process with a faulty file', async () => {
    const settings = withLists({ 'national.json': broken });
    await expect(startWorker(settings)).rejects.toThrow(brokenWords);
    await expect(startWeb(settings)).rejects.toThrow(brokenWords);
  });

  it('starts no process with another list under a name that is on record', async () => {
    const altered = { ...national, title: { az: 'Başqa', en: 'Another' } };
    await expect(startWorker(withLists({ 'national.json': altered }))).rejects.toThrow(
      `national.json: version: ${name} was in use here with another content: give the changed list another version`,
    );
    await (await startWorker(withLists({ 'national.json': { ...altered, version: '2026-1' } }))).close();
  });

  it('keeps the words of a list that is no longer in use', async () => {
    const earlier = await recordCatalogues(application.app.get(Database), cataloguesIn());
    expect(earlier).toContainEqual(expect.objectContaining({ id: 'probe-list', version: '2009-1' }));
    expect(earlier).not.toContainEqual(expect.objectContaining({ id: 'unodc-general' }));
  });
});
