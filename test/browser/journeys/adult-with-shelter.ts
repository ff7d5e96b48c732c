import { addDuration } from '#libs/calendar';
import type { Person } from './person.js';
import { scenesOn, type Stage } from './stage.js';

const name = 'Sığınan Sınaqlı';
const stateShelter = 'Dövlət sığınacağı';

/** An adult who needs a bed tonight, in Azerbaijani, through the pages of everyone who houses her. */
export function adultWithShelter(stage: () => Stage): void {
  const scene = scenesOn(stage);
  let police: Person;
  let near: Person;
  let guarded: Person;
  let social: Person;
  let admin: Person;
  let number: string;

  const offers = (house: Person, bed: string) =>
    house.does('Yer təklif etmək', () => house.selects('Çarpayı', bed));
  scene('is met by the police, who open her case; a near house is asked at once', async () => {
    police = await stage().person('police', 'az');
    await police.follows('Yeni iş');
    await police.answers({ 'Şəxs uşaqdır, yoxsa yetkin?': 'Yetkin' });
    await police.presses('Davam edin');
    await police.selects('Mənbə', 'Polis');
    await police.dates('Rastlaşma vaxtı', await stage().now());
    await police.selects('Rayon', 'Bakı, Nəsimi');
    await police.answers({
      ...{ 'Dərhal təhlükə var': 'Bəli', 'Sığınacaq lazımdır': 'Bəli' },
      ...{ 'Baş İdarəyə göndərilməyə razılıq': 'Bəli', 'Xidmətlərə razılıq': 'Bəli' },
      ...{ 'Sığınacağa razılıq': 'Bəli' },
    });
    await police.writes({ 'Ad, soyad': name });
    await police.presses('İşi açın');
    number = /AZ-\d{4}-\d{6}/.exec(await police.reads())?.[0] ?? '';
    expect(await police.reads()).toMatch(/Qəbul \(Ötürmə – sığınacaq: göndərilib\)\. 3 saat qalıb/);
    await police.follows('İşin səhifəsi');
    expect(await police.reads()).toMatch(/Sığınacağa yerləşdirmə: sorğu göndərilib/);
    await police.does('Ehtimal olunan qurban saymaq', () =>
      police.writes({ Əsaslar: 'Sənədləri əlindən alınıb.' }),
    );
    const investigator = await stage().person('investigator', 'az');
    await investigator.follows('Ötürmələr');
    await investigator.does('Qəbul etmək');
  });

  scene('is informed of her rights by the assistance centre', async () => {
    await police.follows('Ötürmə: Göndərmək');
    await police.selects('Qurum', 'Qurbanlara Yardım Mərkəzi');
    await police.selects('Məqsəd', 'Yardım');
    await police.answers({ Növ: 'Məlumat paylaşma', Əsas: 'Razılıq', 'Şəxs razılıq verib': 'Bəli' });
    await police.presses('Göndərmək');
    social = await stage().person('social', 'az');
    await social.follows('Ötürmələr');
    await social.does('Qəbul etmək');
    await social.does('Məlumatlandırmaq', () =>
      social.answers({ 'Şəxslə əlaqə saxlanılıb': 'Bəli', Tərcüməçi: 'Lazım deyil' }),
    );
  });

  scene('is not kept waiting by silence: after four hours the next house is asked', async () => {
    near = await stage().person('shelter2', 'az');
    await near.follows('Ötürmələr');
    expect(await near.reads()).toMatch(/Sığınacaq: göndərilib .* Cavab müddəti: 3 saat qalıb/);
    admin = await stage().person('admin', 'az');
    for (let hour = 0; hour < 4; hour += 1) await admin.presses('1 saat irəli');
    await near.follows('Ötürmələr');
    expect(await near.reads()).toContain('İndi yoxdur');
    guarded = await stage().person('shelter', 'az');
    await guarded.follows('Ötürmələr');
    await guarded.follows(`İş ${number}`);
    expect(await guarded.reads()).toContain('Ötürmə hələ qəbul edilməyib: işin yalnız bir hissəsi görünür.');
    expect(await guarded.reads()).not.toContain('Yerləşdirmək');
  });

  scene('is offered a bed, which is kept from then on; who is with her takes her answer', async () => {
    await offers(guarded, 'Otaq 7, çarpayı 7.1');
    expect(await guarded.reads()).toContain('Qeydə alındı Yer təklif edildi. Ötürmə qəbul edildi.');
    expect(await guarded.mayFollow('Təklifi qəbul etmək')).toBe(false);
    expect(await guarded.strip()).toMatchObject({
      Sahibi: 'Bakı, Nəsimi Rayon Polis İdarəsi, Elvin Sınaqlı',
      'Ən yaxın müddət': expect.stringMatching(/^Təklifə cavab: 23 saat qalıb/),
    });
    await guarded.examines();
    await police.follows('Bildirişlər');
    expect(await police.reads()).toContain(`Sığınacaqda yer təklif edildi. İş ${number}.`);
    await police.opens(number);
    expect(await police.strip()).toMatchObject({ 'Növbəti addım': 'Təklifi qəbul etmək' });
    await police.does('Təklifi qəbul etmək', () => police.answers({ Tərcüməçi: 'Lazım deyil' }));
  });

  scene('is admitted, and her thirty days begin; who helps her does not read where', async () => {
    await guarded.opens(number);
    expect(await guarded.strip()).toMatchObject({
      'Növbəti addım': 'Yerləşdirmək',
      'Ən yaxın müddət': expect.stringMatching(/^Gəliş: 23 saat qalıb/),
    });
    await guarded.does('Yerləşdirmək');
    expect(await guarded.reads()).toMatch(
      /Qeydə alındı Şəxs sığınacağa yerləşdirildi\. .* Qalma müddəti: \d+ gün qalıb/,
    );
    for (const outside of [police, social]) {
      await outside.opens(number);
      expect(await outside.reads()).toContain('Sığınacağa yerləşdirmə: yerləşdirilib');
      expect(await outside.reads()).not.toContain(stateShelter);
      await outside.follows('Xronologiya');
      expect(await outside.reads()).not.toContain(stateShelter);
    }
  });

  scene('goes to hospital and comes back to the same bed', async () => {
    await guarded.does('Müvəqqəti getdiyini qeyd etmək', async () => {
      await guarded.answers({ Hara: 'Xəstəxana' });
      await guarded.writes({ Yer: 'Klinik xəstəxana' });
    });
    expect(await guarded.reads()).toContain('Sığınacağa yerləşdirmə: müvəqqəti kənardadır');
    await guarded.does('Qayıtdığını qeyd etmək');
    expect(await guarded.reads()).toContain('Sığınacağa yerləşdirmə: yerləşdirilib');
  });

  scene('stays on when her thirty days have passed: it is a task, and ends nothing', async () => {
    await admin.presses('30 gün irəli');
    await guarded.follows('İş siyahısı');
    expect(await guarded.reads()).toMatch(
      /Sığınacağa yerləşdirmə: yerləşdirilib .* Sığınacaqda qalma müddəti bitdi: uzadın/,
    );
    await guarded.opens(number);
    await guarded.does('Qalma müddətini uzatmaq', async () => {
      await guarded.answers({ Əsas: 'Şəxs xahiş edir' });
      await guarded.writes({ 'Günlərin sayı': '30' });
    });
    expect(await guarded.strip()).toMatchObject({
      'Ən yaxın müddət': expect.stringMatching(/^Qalma müddəti: \d+ gün qalıb/),
    });
  });

  scene('is moved in an emergency; the two houses never see each other', async () => {
    await guarded.does('Başqa sığınacağa keçid istəmək', () =>
      guarded.answers({ Növ: 'Təcili', Səbəb: 'Təhlükəsizlik' }),
    );
    expect(await guarded.reads()).toMatch(/Başqa sığınacağa keçid: \d+ saat qalıb/);
    expect(await guarded.reads()).not.toContain('Nar Budağı');
    await near.follows('Ötürmələr');
    await near.follows(`İş ${number}`);
    await offers(near, 'Otaq 1, çarpayı 1.1');
    expect(await near.mayFollow('Təklifi qəbul etmək')).toBe(false);
    const colleague = await stage().colleague('shelter2', 'az');
    await colleague.follows('Sığınacaqda bu gün');
    await colleague.does('Təklifi qəbul etmək', () =>
      colleague.answers({ Tərcüməçi: 'Lazım deyil', 'Şəxs artıq bu sığınacaqdadır': 'Bəli' }),
    );
    await near.opens(number);
    await near.does('Yerləşdirmək');
    expect(await near.reads()).toContain('Sığınacağa yerləşdirmə: yerləşdirilib');
    expect(await near.reads()).not.toContain(stateShelter);
    await near.follows('Xronologiya');
    expect(await near.reads()).not.toContain(stateShelter);
    await guarded.follows('İş siyahısı');
    expect(await guarded.reads()).not.toContain(number);
  });

  scene('has her answer, which the house took itself, reviewed by somebody from outside', async () => {
    await social.follows('Ötürmələr');
    await social.does('Qəbul etmək');
    await social.does('Razılığı kənardan yoxlamaq', () => social.answers({ Nəticə: 'Öz iradəsidir' }));
    expect(await social.reads()).toContain('Razılıq kənardan yoxlanıldı.');
    expect(await social.reads()).not.toContain('Nar Budağı');
  });

  scene('leaves when she wants to: a restriction on record does not hold her', async () => {
    await near.opens(number);
    await near.does('Məhdudiyyəti qeyd etmək', async () => {
      await near.answers({ Məhdudiyyətlər: 'Çölə çıxma', 'Hüquqi əsas': 'Məhkəmənin qərarı' });
      await near.dates('Son gün', new Date(addDuration((await stage().now()).toISOString(), 'P20D')));
      await near.writes({ Əsaslandırma: 'Məhkəmənin qərarı (uydurma).' });
    });
    await near.does('Çıxdığını qeyd etmək', () =>
      near.answers({ Səbəb: 'Öz istəyi', 'Hara gedir': 'Ailəsi' }),
    );
    expect(await near.reads()).toContain('Qurumunuzun bu işdə iştirakı başa çatdı.');
    expect(await near.reads()).not.toContain(number);
    await police.opens(number);
    expect((await police.reads()).match(/Sığınacağa yerləşdirmə: sığınacaqdan çıxıb/g)).toHaveLength(2);
  });

  scene('leaves a timeline that the Coordinator reads and checks', async () => {
    const coordinator = await stage().person('coordinator', 'az');
    await coordinator.opens(number);
    await coordinator.follows('Xronologiya');
    expect(await coordinator.reads()).not.toContain(name);
    await coordinator.presses('Bütövlüyü yoxlayın');
    expect(await coordinator.reads()).toContain('zəncir qırılmayıb, hər qeyd yerindədir');
  });
}
