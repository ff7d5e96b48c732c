import { browserIsHere } from '../browser.js';
import type { Person } from './person.js';
import { scenesOn, Stage } from './stage.js';

const here = browserIsHere();
const describeInBrowser = here ? describe : describe.skip;

const name = 'Nümunə Sınaqlı';
const labourOfAdults = 'BƏT və Avropa Komissiyasının göstəriciləri (2009): Əmək istismarı, yetkin şəxslər';

let stage: Stage;
let police: Person;
let social: Person;
let investigator: Person;
let investigator2: Person;
let admin: Person;
let number: string;

beforeAll(async () => {
  if (here) stage = await Stage.set();
}, 120_000);
afterAll(() => stage?.strike());

const scene = scenesOn(() => stage);

const tenMinutesAgo = () => new Date(Date.now() - 600_000);

async function meetsAnAdult(person: Person): Promise<void> {
  await person.follows('Yeni iş');
  await person.answers({ 'Şəxs uşaqdır, yoxsa yetkin?': 'Yetkin' });
  await person.presses('Davam edin');
}

async function tellsOfACall(person: Person): Promise<void> {
  await person.selects('Mənbə', 'Qaynar xətt');
  await person.dates('Rastlaşma vaxtı', tenMinutesAgo());
  await person.answers({ 'Dərhal təhlükə var': 'Xeyr', 'Sığınacaq lazımdır': 'Xeyr' });
}

async function proposes(person: Person, reasons: Readonly<Record<string, string>>): Promise<void> {
  await person.follows('Qərar təklif etmək');
  await person.answers({ Nəticə: 'Qurbandır', ...reasons });
  await person.writes({ Əsaslandırma: 'Ölçülər üzrə nəticə.' });
  await person.examines();
  await person.presses('Qərar təklif etmək');
}

describeInBrowser('An adult, through the pages of everyone who meets her', () => {
  scene('calls 152; the operator opens a signal, and may not hand her over to the police', async () => {
    const hotline = await stage.person('hotline', 'az');
    await meetsAnAdult(hotline);
    await hotline.presses('İşi açın');
    expect(await hotline.readsBeside('source')).toBe('Xəta: Mənbə: cavab verin');
    await hotline.examines();
    await tellsOfACall(hotline);
    await hotline.presses('İşi açın');
    expect(await hotline.reads()).toContain('İş açıldı');
    await hotline.follows('İşin səhifəsi');
    await hotline.follows('Ötürmə: Göndərmək');
    await hotline.selects('Qurum', 'Bakı, Nəsimi Rayon Polis İdarəsi');
    await hotline.selects('Məqsəd', 'Yardım');
    await hotline.answers({ Növ: 'Məlumat paylaşma', Əsas: 'Razılıq', 'Şəxs razılıq verib': 'Bəli' });
    await hotline.presses('Göndərmək');
    expect(await hotline.readsBeside('toBodyId')).toBe(
      'Xəta: Qurban olması güman edilən şəxs Baş İdarədən başqa hüquq-mühafizə orqanına təhvil verilə bilməz.',
    );
    await hotline.examines();
  });

  scene('is met by the police, who open the referral and say what they saw', async () => {
    police = await stage.person('police', 'az');
    await meetsAnAdult(police);
    await tellsOfACall(police);
    await police.selects('Rayon', 'Bakı, Nəsimi');
    await police.answers({ 'Baş İdarəyə göndərilməyə razılıq': 'Bəli', 'Xidmətlərə razılıq': 'Bəli' });
    await police.writes({ 'Ad, soyad': name });
    await police.examines();
    await police.presses('İşi açın');
    number = /AZ-\d{4}-\d{6}/.exec(await police.reads())?.[0] ?? '';
    await police.examines();
    await police.follows('İşin səhifəsi');
    expect(await police.strip()).toEqual({
      Sahibi: 'Bakı, Nəsimi Rayon Polis İdarəsi, Elvin Sınaqlı',
      Vəziyyət: 'İş: açıq Müəyyənetmə: siqnal daxil olub',
      'Növbəti addım': 'Göstəriciləri qeyd etmək',
      'Ən yaxın müddət': expect.stringMatching(
        /^Baş İdarəyə göndərmə: 23 saat qalıb, son tarix \d+ \p{L}+ \d{4}/u,
      ),
      Yaş: 'yetkin sayılır',
    });
    await police.follows('Göstəriciləri qeyd etmək');
    await police.follows(labourOfAdults);
    await police.answers({
      İstismar: 'Həddindən artıq iş günləri və ya saatları',
      'Təyinat yerində məcburetmə': 'Sənədlərin əlindən alınması',
    });
    await police.examines();
    await police.presses('Göstəriciləri qeyd etmək');
    expect(await police.reads()).toContain('Qeydə alındı Göstəricilər qeyd edildi.');
    expect(await police.strip()).toMatchObject({ 'Növbəti addım': 'Ehtimal olunan qurban saymaq' });
  });

  scene('is presumed a victim, and the assistance centre is asked to help', async () => {
    await police.follows('Ehtimal olunan qurban saymaq');
    await police.writes({ Əsaslar: 'Sənədləri əlindən alınıb.' });
    await police.presses('Ehtimal olunan qurban saymaq');
    expect(await police.reads()).toContain(
      'Şəxs ehtimal olunan qurban sayıldı. Bərpa və fikirləşmə müddəti verildi. Ötürmə göndərildi.',
    );
    await police.examines();
    await police.follows('Ötürmə: Göndərmək');
    await police.selects('Qurum', 'Qurbanlara Yardım Mərkəzi');
    await police.selects('Məqsəd', 'Yardım');
    await police.answers({ Növ: 'Məlumat paylaşma', Əsas: 'Razılıq', 'Şəxs razılıq verib': 'Bəli' });
    await police.presses('Göndərmək');
    await police.follows('Ötürmələr');
    await police.follows('Göndərilənlər');
    expect(await police.reads()).toContain('Müəyyənetmə: göndərilib');
    await police.examines();
  });

  scene('is informed of her rights by the assistance centre, and the thirty days begin', async () => {
    social = await stage.person('social', 'en');
    await social.follows('Handoffs');
    await social.examines();
    await social.follows('Accept');
    await social.presses('Accept');
    await social.follows('Inform the person');
    await social.answers({ 'The person was reached': 'Yes', Interpreter: 'Not needed' });
    await social.presses('Inform the person');
    expect(await social.strip()).toMatchObject({
      State: 'Case file: open Identification: presumed victim',
      'Next step': 'Record her decision',
      'Nearest clock': expect.stringMatching(/^Acceptance: 23 hours left, due \d+ \w+ \d{4}/),
    });
    await social.examines();
  });

  scene('is not lost in the silence of the Main Department', async () => {
    admin = await stage.person('admin', 'en');
    await admin.presses('1 day on');
    expect(await admin.reads()).toContain('The clock was moved');
    investigator = await stage.person('investigator', 'az');
    await investigator.follows('Bildirişlər');
    await investigator.examines();
    await investigator.follows('Ötürmələr');
    await investigator.waitsFor('xatırladılıb');
    await investigator.examines();
    await investigator.follows('Qəbul etmək');
    await investigator.presses('Qəbul etmək');
    expect(await investigator.strip()).toMatchObject({ 'Növbəti addım': 'Qiymətləndirməyə başlamaq' });
  });

  scene('is assessed; the second officer disagrees, and only then agrees', async () => {
    await investigator.follows('Qiymətləndirməyə başlamaq');
    await investigator.presses('Qiymətləndirməyə başlamaq');
    await proposes(investigator, { İstismar: 'Var' });
    expect(await investigator.mayFollow('Qərarı təsdiq etmək')).toBe(false);
    investigator2 = await stage.person('investigator2', 'en');
    await investigator2.opens(number);
    expect(await investigator2.strip()).toMatchObject({ 'Next step': 'Confirm the decision' });
    await investigator2.examines();
    await investigator2.follows('Return the proposal');
    expect(await investigator2.reads()).toContain(
      'Outcome Identified Reasons per dimension Exploitation: present',
    );
    await investigator2.examines();
    await investigator2.writes({ Explanation: 'No ground is given for the control over her.' });
    await investigator2.presses('Return the proposal');
    await investigator.opens(number);
    expect(await investigator.strip()).toMatchObject({ 'Növbəti addım': 'Qərar təklif etmək' });
    await proposes(investigator, { İstismar: 'Var', 'Təyinat yerində məcburetmə': 'Var' });
    await investigator2.opens(number);
    await investigator2.follows('Confirm the decision');
    await investigator2.presses('Confirm the decision');
    expect(await investigator2.strip()).toMatchObject({
      State: 'Case file: open Identification: identified',
    });
  });

  scene('hears of the decision, says how she wants to go on, and the period ends on its day', async () => {
    await social.opens(number);
    await social.follows('Inform of the decision');
    await social.answers({ 'The person was reached': 'Yes' });
    await social.presses('Inform of the decision');
    await social.follows('Record her decision');
    await social.answers({ Decision: 'Cooperates' });
    await social.presses('Record her decision');
    await admin.presses('30 days on');
    await social.opens(number);
    expect(await social.reads()).toContain('Recovery and reflection period: concluded');
  });

  scene(
    'goes on with the assistance centre, in aftercare, and is asked how she is after three months',
    async () => {
      await police.opens(number);
      await police.follows('Ötürmə: Göndərmək');
      await police.selects('Qurum', 'Qurbanlara Yardım Mərkəzi');
      await police.selects('Məqsəd', 'Yardım');
      await police.answers({ Növ: 'İşin ötürülməsi', Əsas: 'Razılıq', 'Şəxs razılıq verib': 'Bəli' });
      await police.presses('Göndərmək');
      await social.follows('Handoffs');
      await social.follows('Accept');
      await social.presses('Accept');
      await social.follows('Begin aftercare');
      await social.presses('Begin aftercare');
      for (const step of ['30 days on', '30 days on', '30 days on', '7 days on']) await admin.presses(step);
      await social.follows('Worklist');
      expect(await social.reads()).toContain('Follow-up is due');
      await social.follows(number);
      expect(await social.strip()).toMatchObject({ 'Next step': 'Record a follow-up' });
      await social.does('Record a follow-up', () => social.answers({ Outcome: 'Safe' }));
      expect(await social.reads()).toContain('Follow-up recorded.');
    },
  );

  scene('has her case closed by two persons, neither of them the police who opened it', async () => {
    await police.opens(number);
    await police.unfolds('Bağlamağı təklif etmək');
    expect(await police.reads()).toContain('Bunu yalnız işin sahibi olan qurum edə bilər.');
    await social.follows('Propose to close');
    await social.examines();
    await social.answers({ Reason: 'Needs met' });
    await social.writes({ Explanation: 'The plan was carried out.' });
    await social.presses('Propose to close');
    await social.unfolds('(Confirm)');
    expect(await social.reads()).toContain('Whoever proposed this cannot confirm or return it.');
    await investigator.opens(number);
    await investigator.follows('Təsdiq etmək');
    await investigator.presses('Təsdiq etmək');
    expect(await investigator.strip()).toMatchObject({
      Sahibi: 'Qurbanlara Yardım Mərkəzi, Fidan Nümunəli',
      Vəziyyət: 'İş: bağlı Müəyyənetmə: qurban kimi müəyyən edilib',
    });
  });

  scene('leaves a timeline that the supervisor reads and checks', async () => {
    const supervisor = await stage.person('supervisor', 'az');
    await supervisor.follows('Nəzarət');
    await supervisor.examines();
    await supervisor.opens(number);
    await supervisor.examines();
    await supervisor.follows('Xronologiya');
    await supervisor.examines();
    expect(await supervisor.reads()).not.toContain(name);
    expect(await supervisor.reads()).toContain(
      'Qurum Qurbanlara Yardım Mərkəzi Növ Məlumat paylaşma Məqsəd Yardım',
    );
    await supervisor.presses('Bütövlüyü yoxlayın');
    expect(await supervisor.reads()).toContain('zəncir qırılmayıb, hər qeyd yerindədir');
    await supervisor.examines();
  });

  scene('is read by the Coordinator, but not who she is', async () => {
    const coordinator = await stage.person('coordinator', 'en');
    await coordinator.opens(number);
    expect(await coordinator.strip()).toMatchObject({ State: expect.stringContaining('Case file: closed') });
    await coordinator.follows('Timeline');
    expect(await coordinator.reads()).toContain('Case file: ');
    expect(await coordinator.reads()).not.toContain(name);
  });

  scene('is nobody to all who have nothing to do with her', async () => {
    for (const stranger of ['police2', 'hotline', 'ngo', 'shelter'] as const) {
      const person = await stage.person(stranger, 'en');
      await person.writes({ 'Search by number or name': number });
      await person.presses('Search');
      expect(await person.reads()).toContain('Nothing was found.');
    }
    await admin.follows('Administration');
    expect(await admin.reads()).not.toContain(number);
    await admin.examines();
  });
});
