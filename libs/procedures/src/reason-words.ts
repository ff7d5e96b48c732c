import { words, type Words } from '#libs/vocabulary';

/** Why a command was not taken, in words. Codes are stable; `{places}` are filled from the refusal's values. */
export const reasons = {
  // of the engine
  'unknown-procedure': words('«{procedure}» adlı prosedur yoxdur.', 'There is no procedure "{procedure}".'),
  'unknown-command': words('«{command}» adlı əməliyyat yoxdur.', 'There is no command "{command}".'),
  'no-such-procedure': words('Bu işdə belə prosedur açılmayıb.', 'This case has no such procedure.'),
  'already-started': words('Bu prosedur artıq açılıb.', 'This procedure has already been started.'),
  'newest-machine': words(
    'Prosedur artıq ən yeni sxem üzrə gedir.',
    'The procedure already runs on its newest statechart.',
  ),
  'procedure-over': words(
    'Prosedur bitib və bitdiyi sxemdə qalır.',
    'The procedure is over, and stays on the statechart on which it ended.',
  ),
  'not-for-your-role': words(
    'Bu əməliyyat sizin vəzifənizə aid deyil.',
    'This command is not given to your role.',
  ),
  'not-allowed-in-this-state': words(
    'Hazırkı vəziyyətdə ({state}) bu mümkün deyil.',
    'This is not possible in the present state ({state}).',
  ),
  'not-possible-now': words('Hazırda bu mümkün deyil.', 'This is not possible now.'),
  'return-code-needed': words(
    'Hər şeydən imtina etmiş şəxs yalnız saxladığı qayıdış kodu ilə qayıda bilər: «Qayıdış kodu» səhifəsindən istifadə edin.',
    'Who refused everything comes back only with the return code she kept: use the "Return code" page.',
  ),
  'unknown-reference': words(
    'Göstərilən iş, əməkdaş və ya qurum tapılmadı: siyahıdan seçin.',
    'The case, officer or body named was not found: choose one from the list.',
  ),
  'reading-only': words(
    'Fövqəladə girişlə yalnız oxumaq və yaşla bağlı şübhəni qeyd etmək olar.',
    'By break-glass one may read, and record doubt about age; nothing else.',
  ),
  'clock-not-running': words('«{name}» müddəti hesablanmır.', 'The clock "{name}" is not running.'),
  'clock-not-due': words('«{name}» müddəti hələ bitməyib.', 'The clock "{name}" is not due yet.'),
  // of time
  'happened-in-the-future': words(
    'Hadisənin vaxtı indiki vaxtdan sonra ola bilməz.',
    'The time of the event cannot lie in the future.',
  ),
  'happened-before-encounter': words(
    'Hadisənin vaxtı şəxslə ilk rastlaşmadan əvvəl ola bilməz.',
    'The time of the event cannot lie before the person was first met.',
  ),
  'encounter-in-the-future': words(
    'Rastlaşma vaxtı indiki vaxtdan sonra ola bilməz.',
    'The encounter cannot lie in the future.',
  ),
  'encounter-too-early': words(
    'Rastlaşma {day} tarixindən əvvəl ola bilməz: həmin vaxt üçün müddət qaydaları yoxdur.',
    'The encounter cannot lie before {day}: no rules of time are loaded for it.',
  ),
  'late-reason-needed': words(
    'Hadisədən {hours} saatdan çox keçib: gecikmənin səbəbini yazın.',
    'More than {hours} hours have passed since: give the reason for the delay.',
  ),
  // of persons and bodies
  'owner-only': words(
    'Bunu yalnız işin sahibi olan qurum edə bilər.',
    'Only the body that owns the case may do this.',
  ),
  'second-person-needed': words(
    'Bunu təklif edən şəxs özü təsdiq edə və ya qaytara bilməz.',
    'Whoever proposed this cannot confirm or return it.',
  ),
  'person-needed': words(
    'Bunu yalnız əməkdaş özü edə bilər: sistem şəxs sayılmır.',
    'Only an officer in person may do this: a system does not count as a person.',
  ),
  'another-body-needed': words(
    'Bunun üçün başqa qurumun əməkdaşı lazımdır.',
    'This needs an officer of another body.',
  ),
  'proposer-only': words(
    'Bunu yalnız təklif edən şəxs geri götürə bilər.',
    'Only the proposer may withdraw this.',
  ),
  'declared-conflict': words(
    'Bu iş üzrə maraqlar toqquşması bəyan etmisiniz.',
    'You have declared a conflict of interest in this case.',
  ),
  'runs-the-shelter': words(
    'Şəxsi yerləşdirən qurum onun barəsində qərar qəbul edə bilməz.',
    "The body that runs the person's shelter cannot decide on her.",
  ),
  'main-department-only': words('Bunu yalnız Baş İdarə edə bilər.', 'Only the Main Department may do this.'),
  'authors-body-only': words(
    'Qeydi yalnız onu daxil edən qurum düzəldə bilər.',
    'Only the body that made the entry may correct it.',
  ),
  'no-such-entry': words('Belə qeyd yoxdur.', 'There is no such entry.'),
  // of children
  'adults-only': words(
    'Uşaq və ya uşaq sayılan şəxs barədə bu mümkün deyil.',
    'This is not possible for a child or for who is presumed to be one.',
  ),
  'representative-needed': words(
    'Uşağın nümayəndəsi iştirak etməlidir.',
    "The child's representative must be present.",
  ),
  'no-durable-solution': words(
    'Uşaq üçün davamlı həll yolu müəyyən edilməyib.',
    'No durable solution for the child is on record.',
  ),
  'no-representative': words(
    'Uşağın hələ nümayəndəsi yoxdur: əvvəlcə onu təyin edin.',
    'The child has no representative yet: appoint one first.',
  ),
  'age-not-in-doubt': words(
    'Yaş şübhə doğurmur: əvvəlcə şübhəni qeyd edin.',
    'Age is not in doubt: record the doubt first.',
  ),
  'two-disciplines-needed': words(
    'Polisdən başqa ən azı iki sahə iştirak etməlidir.',
    'At least two disciplines beside the police must take part.',
  ),
  'long-term-not-yet': words(
    'Uzun müddətli itkinliyə baxış vaxtı çatmayıb: axtarış davam edir.',
    'The time to review a long absence has not come: the search goes on.',
  ),
  'guardianship-body-only': words(
    'Bunu yalnız uşağa cavabdeh olan qəyyumluq və himayə orqanı edə bilər.',
    'Only the guardianship body responsible for the child may do this.',
  ),
  'best-interests-needed': words(
    'Əvvəlcə uşağın ən yaxşı mənafeyini müəyyən edin.',
    'Determine the best interests of the child first.',
  ),
  'best-interests-of-another-decision': words(
    'Uşağın ən yaxşı mənafeyi başqa məsələ üzrə müəyyən edilib: bu qərar üçün də müəyyən edin.',
    'The best interests of the child were determined for another decision: determine them for this one too.',
  ),
  'child-views-needed': words(
    'Uşağın fikrini qeyd edin və ya niyə dinlənilmədiyini göstərin.',
    "Record the child's views, or say why the child was not heard.",
  ),
  'family-assessment-needed': words(
    'Ailəyə qaytarmaqdan əvvəl ailə qiymətləndirilməlidir.',
    'The family must be assessed before any return to it.',
  ),
  'family-not-safe': words(
    'Ailə uşaq üçün təhlükəsiz sayılmayıb.',
    'The family was not found safe for the child.',
  ),
  'suspected-relative': words(
    'Şübhəli valideyn və ya qohum uşağı təmsil edə bilməz.',
    'A suspected parent or relative never represents the child.',
  ),
  'conflict-check-needed': words(
    'Maraqlar toqquşmasını yoxlayın: toqquşma varsa, təyin etmək olmaz.',
    'Check for a conflict of interest: who has one cannot be appointed.',
  ),
  'representative-in-conflict': words(
    'Bu qurumun işdə öz marağı var: nümayəndə ondan ola bilməz.',
    'This body has an interest of its own in the case: no representative can come from it.',
  ),
  'guardian-or-trustee': words(
    'Kiçik yaşlı uşağa qəyyum, böyüyünə himayəçi təyin edilir.',
    'A young child is given a guardian, an older one a trustee.',
  ),
  'majority-unknown': words(
    'Əvvəlcə uşağın yetkinlik yaşına çatacağı ayı qeyd edin (təxmini də olar).',
    'Record the month in which the child comes of age first; an estimate will do.',
  ),
  'majority-out-of-reach': words(
    'Uşaq on səkkiz ildən gec yetkin ola bilməz.',
    'Nobody comes of age more than eighteen years from now.',
  ),
  'majority-has-passed': words(
    'Bu ay keçib. Şəxsin artıq yetkin olduğu yalnız yaşın qiymətləndirilməsi ilə müəyyən edilir.',
    'This month has passed. That somebody is of age already is found by an age assessment only.',
  ),
  'not-eighteen-yet': words('Uşaq hələ yetkinlik yaşına çatmayıb.', 'The child has not come of age yet.'),
  'transition-not-planned': words(
    'Əvvəlcə yetkinliyə keçidi planlaşdırın.',
    'Plan the transition to adulthood first.',
  ),
  'not-assessed-adult': words(
    'Şəxsin yetkin olduğu müəyyən edilməyib və ya etiraz müddəti bitməyib.',
    'The person was not assessed as an adult, or the time to dispute it has not passed.',
  ),
  'death-not-on-record': words(
    'Ölüm təsdiq edilməyib: onu işdə bir şəxs qeyd, ikincisi təsdiq edir; bu da onda özü başa çatır.',
    'The death is not on record. One person records it in the case file, a second confirms it; then this ends by itself.',
  ),
  'receiving-body-needed': words(
    'Uşağı qəbul edən rayonun qəyyumluq orqanını göstərin.',
    'Name the guardianship body of the district that takes the child over.',
  ),
  'commission-not-asked': words('Komissiyaya müraciət edilməyib.', 'The commission was not asked.'),
  // of the floor
  'floor-not-begun': words('Fikirləşmə müddəti hələ başlamayıb.', 'The reflection period has not begun.'),
  'not-informed-yet': words(
    'Şəxs hüquqları barədə hələ məlumatlandırılmayıb.',
    'The person has not been informed of her rights yet.',
  ),
  'before-floor': words(
    'Bərpa və fikirləşmə müddəti bitməyib.',
    'The recovery and reflection period has not passed yet.',
  ),
  'already-presumed': words(
    'Şəxs ehtimal olunan qurban sayılıb: göstəricilər bu yolla rədd edilə bilməz.',
    'The person has been presumed a victim: the indication can no longer be rejected.',
  ),
  // of closing
  'file-closed': words('İş bağlıdır: əvvəlcə onu yenidən açın.', 'The case is closed: reopen it first.'),
  'file-voided': words(
    'İş etibarsız sayılıb: onda heç nə davam etmir.',
    'The case has been voided: nothing goes on in it.',
  ),
  'reconsideration-open': words(
    'Qərara yenidən baxılma müddəti bitməyib.',
    'The decision can still be reconsidered.',
  ),
  'person-missing': words('Şəxs itkin düşüb.', 'The person is missing.'),
  'handoff-pending': words('Cavabı gözlənilən ötürmə var.', 'A handoff still waits for an answer.'),
  'proposal-open': words('Təsdiq gözləyən təklif var.', 'A proposal still waits for a second person.'),
  'identification-open': words('İlkin yoxlama başa çatmayıb.', 'Screening is not finished.'),
  'surviving-case-closed': words(
    'Qalmalı olan iş bu arada bağlanıb: əvvəlcə onu yenidən açın və ya təklifi qaytarın.',
    'The case that was to remain has been closed meanwhile: reopen it first, or return the proposal.',
  ),
  'still-housed': words(
    'Şəxs sığınacaqdadır və ya ona yer gözlənilir: əvvəlcə bu başa çatmalıdır.',
    'The person lives in a shelter or waits for a place: that comes to its end first.',
  ),
  'surviving-case-needed': words('Qalan işi göstərin.', 'Name the case that remains.'),
  'no-such-officer': words(
    'İşin sahibi olan qurumda belə əməkdaş yoxdur.',
    'No such officer works for the body that owns the case.',
  ),
  'no-such-case': words('Bilə biləcəyiniz belə iş yoxdur.', 'No such case that you may know.'),
  'already-linked': words('Bu işlər artıq belə əlaqələndirilib.', 'These cases are linked so already.'),
  // of shelters
  'shelter-by-placement': words(
    'Sığınacaq «Sığınacaq istəmək» əməliyyatı ilə istənilir.',
    'A shelter is asked by the command "Request a shelter".',
  ),
  'house-declines': words(
    'Sığınacaq müraciəti yönəltmir: qəbul edə bilmirsə, qəbul etməsin, növbətidən soruşulacaq.',
    'A house does not redirect: where it cannot take her in it declines, and the next one is asked.',
  ),
  'this-house-only': words(
    'Bunu yalnız müraciət olunan və ya şəxsi yerləşdirən sığınacaq edə bilər.',
    'Only the house that is asked or houses her may do this.',
  ),
  'asker-or-owner-only': words(
    'Bunu yalnız sığınacaq istəyən və ya işin sahibi olan qurum edə bilər.',
    'Only the body that asked for the shelter or owns the case may do this.',
  ),
  'house-or-owner-only': words(
    'Bunu yalnız şəxsi yerləşdirən sığınacaq və ya işin sahibi olan qurum edə bilər.',
    'Only the house that houses her or the body that owns the case may do this.',
  ),
  'with-the-person-only': words(
    'Cavabı şəxsin yanında olan qurum qeyd edir; təklif edən sığınacaq yalnız şəxs artıq oradadırsa.',
    'The answer is recorded by who is with the person; by the offering house only where she is in it already.',
  ),
  'child-by-guardianship': words(
    'Uşaq barədə bunu yalnız qəyyumluq və himayə orqanı edə bilər.',
    'For a child only the guardianship body may do this.',
  ),
  'children-only': words('Bu yalnız uşaq barədə mümkündür.', 'This is possible for a child only.'),
  'nothing-to-review': words('Yoxlanılacaq razılıq yoxdur.', 'There is no acceptance to review.'),
  'restriction-too-long': words(
    'Məhdudiyyət {day} tarixindən sonraya qoyula bilməz: daha uzun davam edəcəksə, yenidən qərar verilib qeyd olunmalıdır.',
    'A restriction cannot be set beyond {day}: if it is to last longer, it is decided and recorded anew.',
  ),
  'restriction-has-ended': words(
    'Məhdudiyyətin son günü keçmişdə ola bilməz.',
    'The last day of a restriction cannot lie in the past.',
  ),
  'shelter-asked-already': words(
    'Sığınacaq üçün açıq müraciət var: onun cavabını gözləyin; ola bilsin, artıq yer saxlanılıb. Şəxsin ehtiyacı dəyişibsə, həmin müraciəti əvvəlcə onu göndərən qurum və ya işin sahibi geri götürür.',
    'A request for a shelter is open already: wait for its answer; a bed may be kept already. Where the person needs something else now, the body that made it or the owner of the case withdraws it first.',
  ),
  'transfer-under-way': words('Keçid üçün sığınacaq axtarılır.', 'A house is being sought already.'),
  'transfer-instead': words('Şəxs burada qalır: keçid istəyin.', 'She lives here: request a transfer.'),
  'her-return-first': words('Şəxs itkindir: tapılanda bunu bildirin.', 'She is missing: report her return.'),
  'no-house-accepted': words(
    'Buradan istənilən keçid üçün başqa sığınacaqda yer saxlanılmayıb.',
    'No bed is kept in another house for a transfer requested from here.',
  ),
  'bed-taken': words(
    'Bu çarpayı tutulub və ya yararsızdır: başqasını seçin.',
    'This bed is taken or out of service: choose another one.',
  ),
  // of decisions
  'indicators-needed': words('Əvvəlcə göstəriciləri qeyd edin.', 'Record the indicators first.'),
  'reason-for-every-dimension': words(
    'Hər ölçü üzrə bir səbəb göstərin: {missing}.',
    'Give one reason for every dimension: {missing}.',
  ),
  'positive-needs-a-finding': words(
    'Müsbət qərar üçün ən azı bir ölçü təsdiqlənməlidir.',
    'A positive decision needs at least one dimension that was found.',
  ),
  'took-part-in-decision': words(
    'Qərarda iştirak etmisiniz: ona yenidən baxa bilməzsiniz.',
    'You took part in the decision: you cannot reconsider it.',
  ),
  'opinion-needed': words('Başqa sektorun rəyi lazımdır.', "The other sector's opinion is needed."),
  'opinion-of-same-sector': words('Rəy başqa sektordan olmalıdır.', 'The opinion must be of another sector.'),
  'window-passed': words(
    'Yenidən baxılma müddəti keçib: yeni faktları göstərici kimi qeyd edin.',
    'The time to ask for reconsideration has passed: record new facts as indicators.',
  ),
  'already-reconsidered': words(
    'Qərara artıq yenidən baxılıb: yeni faktları göstərici kimi qeyd edin.',
    'The decision was reconsidered already: record new facts as indicators.',
  ),
  // of refusing
  'not-heard-alone': words('Şəxslə təkbətək danışılmalıdır.', 'The person must be heard alone.'),
  'language-not-understood': words(
    'Şəxsin başa düşdüyü dildə danışılmalıdır.',
    'It must be in a language that the person understands.',
  ),
  'through-third-person': words(
    'İmtina üçüncü şəxs vasitəsilə qəbul edilmir.',
    'A refusal through a third person does not count.',
  ),
  'nothing-refused': words('Geri götürüləcək imtina yoxdur.', 'There is no refusal to take back.'),
  // of interviews and informing
  'interpreter-needed': words('Müsahibə üçün tərcüməçi lazımdır.', 'The interview needs an interpreter.'),
  'attempts-needed': words(
    'Şəxslə əlaqə cəhdlərini göstərin.',
    'Name the attempts that were made to reach the person.',
  ),
  'person-not-heard': words('Əvvəlcə şəxs dinlənilməlidir.', 'The person must be heard first.'),
  'voluntary-only-after-refusal': words(
    'Könüllü müddət yalnız rəsmi prosedurdan imtina etmiş şəxs üçündür.',
    'A voluntary period is for a person who wants no formal procedure.',
  ),
  'review-of-termination-only': words(
    'Xitamdan sonra müddəti yalnız prokuror və ya yenidən baxan bərpa edə bilər.',
    'After a termination only the prosecutor or the reviewer can restore the period.',
  ),
  // of handoffs
  'unknown-body': words('Belə qurum yoxdur və ya fəaliyyət göstərmir.', 'No such body, or it is closed.'),
  'handoff-to-self': words('Öz qurumunuza ötürə bilməzsiniz.', 'A body cannot hand off to itself.'),
  'handover-prohibited': words(
    'Qurban olması güman edilən şəxs Baş İdarədən başqa hüquq-mühafizə orqanına təhvil verilə bilməz.',
    'A suspected victim must not be handed over to law enforcement other than the Main Department.',
  ),
  'wrong-desk-for-purpose': words(
    'Bu qurum «{purpose}» məqsədi üçün deyil.',
    'This body does not answer handoffs for "{purpose}".',
  ),
  'kind-does-not-fit': words('Bu məqsədlə belə ötürmə növü olmur.', 'Not a kind for this purpose.'),
  'search-needs-danger': words(
    'Axtarış yalnız itkin uşaq və ya təhlükədə olan şəxs üçün istənilir.',
    'A search is asked only for a missing child or for a person in danger.',
  ),
  'consent-needed': words('Şəxsin razılığı qeyd olunmalıdır.', "The person's consent must be on record."),
  'consent-not-asked-of-child': words(
    'Uşaqdan göndərilməyə razılıq soruşulmur.',
    'A child is never asked for consent to be referred.',
  ),
  'no-duty-to-share': words('Qurumunuzun qanunla belə vəzifəsi yoxdur.', 'Your body has no such legal duty.'),
  'person-refused': words('Şəxs imtina edib.', 'The person has refused this.'),
  'sharing-refused': words(
    'Şəxs məlumatlarının ötürülməsindən imtina edib.',
    'The person has refused that her data be shared.',
  ),
  'handoff-already-pending': words(
    'Bu quruma eyni məqsədlə cavabı gözlənilən ötürmə var.',
    'A handoff for this purpose already waits at this body.',
  ),
  'takes-part-no-longer': words(
    'Qurumunuz bu işdə daha iştirak etmir: keçmiş işi yalnız oxuya bilərsiniz.',
    'Your body takes part in this case no longer: its past work can only be read.',
  ),
  'handoff-not-accepted': words('Əvvəlcə ötürməni qəbul edin.', 'Accept the handoff first.'),
  'receiver-only': words('Bunu yalnız ötürməni alan qurum edə bilər.', 'Only the receiving body may do it.'),
  'redirect-reason': words('Yönəltmənin səbəbini göstərin.', 'Say why it is redirected.'),
  'sender-only': words('Bunu yalnız göndərən qurum edə bilər.', 'Only the sending body may do this.'),
  'search-for-child-cannot-be-declined': words(
    'İtkin düşmüş uşağın axtarışından imtina edilə bilməz: axtara bilmirsinizsə, başqa quruma yönəldin.',
    'The search for a missing child cannot be declined: if you cannot search, redirect it to another body.',
  ),
  'commission-decides': words(
    'Komissiya qərarı ilə cavab verir: qərarı qeyd edin. Başqa rayonundursa, onun komissiyasına yönəldin.',
    'A commission answers by its decision: record it. In a case of another district redirect to its commission.',
  ),
  'statutory-cannot-be-declined': words(
    'Qanunla nəzərdə tutulan ötürmədən imtina edilə bilməz, yalnız başqa quruma yönəldilə bilər.',
    'A statutory handoff cannot be declined, only redirected.',
  ),
  'statutory-cannot-be-withdrawn': words(
    'Qanunla nəzərdə tutulan ötürmə geri götürülə bilməz.',
    'A statutory handoff cannot be withdrawn.',
  ),
} as const satisfies Record<string, Words>;
