import { browserIsHere } from '../browser.js';
import type { Person } from './person.js';
import { Stage } from './stage.js';

const here = browserIsHere();
const describeInBrowser = here ? describe : describe.skip;

const name = 'Nümunə Sınaqlı';
const grounds = 'Sənədləri əlindən alınıb, gündə on altı saat işlədilib.';

let stage: Stage;
let police: Person;
let number: string;

beforeAll(async () => {
  if (here) stage = await Stage.set();
}, 120_000);
afterAll(() => stage?.strike());

/** Adult or child first; then the one page of questions. */
const tenMinutesAgo = () => new Date(Date.now() - 600_000);

describeInBrowser('An adult, through the pages of everyone who meets her', () => {
  it('calls 152; the operator opens a signal, and may not hand her over to the police', async () => {
    const hotline = await stage.person('hotline', 'az');
    await hotline.examines();
    await hotline.follows('Yeni iş');
    await hotline.answers({ 'Şəxs uşaqdır, yoxsa yetkin?': 'Yetkin' });
    await hotline.presses('Davam edin');
    await hotline.presses('İşi açın');
    await hotline.examines();
    expect(await hotline.readsBeside('source')).toContain('Mənbə: cavab verin');
    await hotline.selects('Mənbə', 'qaynar xətt');
    await hotline.dates('Rastlaşma vaxtı', tenMinutesAgo());
    await hotline.answers({
      'Dərhal təhlükə var': 'Xeyr',
      'Sığınacaq lazımdır': 'Xeyr',
    });
    await hotline.presses('İşi açın');
    await hotline.examines();
    expect(await hotline.reads()).toContain('İş açıldı');
    await hotline.follows('İşin səhifəsi');
    await hotline.examines();
    await hotline.follows('Ötürmə: Göndərmək');
    await hotline.examines();
    await hotline.selects('Qurum', 'Bakı, Nəsimi Rayon Polis İdarəsi');
    await hotline.answers({ 'Növ': 'məlumat paylaşma', 'Əsas': 'razılıq' });
    await hotline.selects('Məqsəd', 'yardım');
    await hotline.presses('Göndərmək');
    expect(await hotline.readsBeside('toBodyId')).toContain('a');
    await hotline.examines();
    expect(stage.troubles).toEqual([]);
  }, 100_000);
});
