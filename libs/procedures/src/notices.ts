import { words, type Ask, type Uuid, type Words } from '#libs/vocabulary';

/** Work that a body owes, as shown in its list. A task ends nothing and blocks nothing. */
export const taskLabels = {
  'ask-consent': words(
    'Şəxsdən Baş İdarəyə göndərilməyə razılığını soruşun',
    'Ask the person whether she agrees to be referred to the Main Department',
  ),
  'offer-transfer': words(
    'İşin yardım mərkəzinə və ya QHT-yə ötürülməsini təklif edin',
    'Offer the case to an assistance centre or an NGO',
  ),
  'inform-person': words(
    'Şəxsi hüquqları və fikirləşmə müddəti barədə məlumatlandırın',
    'Inform the person of her rights and of the reflection period',
  ),
  'reflection-elapsed': words(
    'Fikirləşmə müddəti bitdi: şəxsin qərarını soruşun',
    'The reflection period elapsed: ask for her decision',
  ),
  'suitability-check': words(
    'Yaşla bağlı şübhə: verilən yardımın uşağa uyğunluğunu yoxlayın',
    'Doubt about age: check that the services suit a child',
  ),
  'screening-overdue': words('İlkin yoxlama gecikir', 'Screening is overdue'),
  'referral-overdue': words('Baş İdarəyə göndərmə gecikir', 'The referral to the Main Department is overdue'),
  'second-person': words('İkinci şəxsin qərarı gecikir', 'The second person owes an answer'),
  'reconsideration-overdue': words('Yenidən baxılma gecikir', 'The reconsideration is overdue'),
  'decision-to-tell': words('Qərarı şəxsə izah edin', 'Tell and explain the decision to the person'),
  'handoff-overdue': words('Ötürməyə cavab gecikir', 'The handoff waits for an answer'),
  'handoff-declined': words(
    'Ötürmə qəbul edilmədi: başqa yol tapın',
    'The handoff was declined: find another way',
  ),
  'new-shelter-request': words(
    'Uyğun sığınacaq qalmadı və ya sonuncusu cavab vermir: yeni müraciət göndərin',
    'No suitable shelter is left, or the last one does not answer: make a new request',
  ),
  'offer-unanswered': words(
    'Sığınacaq yer təklif edib: şəxsin cavabını qeyd edin',
    'A shelter offers a bed: record the answer of the person',
  ),
  'arrival-overdue': words('Şəxs sığınacağa hələ gəlməyib', 'The person has not arrived at the shelter yet'),
  'stay-ended': words(
    'Sığınacaqda qalma müddəti bitdi: uzadın və ya şəxslə birlikdə növbəti addımı qərarlaşdırın',
    'The stay came to its end: extend it or decide with her what comes next',
  ),
  'transfer-overdue': words('Başqa sığınacağa keçid gecikir', 'The transfer to another shelter is late'),
  'house-review': words(
    'Sığınacağın özünün qəbul etdiyi razılığı kənardan yoxlayın',
    'Have the acceptance that the house took itself reviewed from outside',
  ),
  'ask-her-again': words(
    'Sığınacaqda qalmaq onun iradəsi olmaya bilər: şəxslə təkbətək danışın',
    'Staying may not be her will: speak with her alone',
  ),
  'no-desk': words(
    'Göndəriləcək qurum qeydiyyatda yoxdur: özünüz göndərin',
    'No body is registered to receive this: send it yourself',
  ),
  'interim-representative': words(
    'Uşağa müvəqqəti nümayəndə təyin edin',
    'Appoint an interim representative for the child',
  ),
  appointment: words('Qəyyum və ya himayəçi təyin edin', 'Appoint a guardian or trustee'),
  visit: words('Uşağa baş çəkin', 'Visit the child'),
  'plan-transition': words('Yetkinliyə keçidi planlaşdırın', 'Plan the transition to adulthood'),
  'came-of-age': words(
    'Uşaq yetkinlik yaşına çatdı: nəyin davam edəcəyinə qərar verin',
    'The child came of age: decide what goes on',
  ),
  'representation-to-review': words(
    'Uşağı kimin təmsil etməsinə yenidən baxın',
    'Look again at who represents the child',
  ),
  'guardianship-to-end': words(
    'Yetkin olduğu müəyyən edildi: qəyyumluğa dair qərar verin',
    'Assessed as an adult: decide on the guardianship',
  ),
  'case-of-dependant': words(
    'Yanındakı uşaq üçün ayrıca iş açıb əlaqələndirin',
    'Open a case for the child with her, and link it',
  ),
  search: words('Axtarışın nəticəsini öyrənin', 'Ask what the search has found'),
  'long-term-review': words('Uzun müddətli itkinliyə baxın', 'Review the long absence'),
  'return-interview': words('Qayıdış söhbəti aparın', 'Hold the return interview'),
  'exploited-again': words(
    'Şəxs istismara qayıdıb: onu oradan çıxarmağın yolunu tapın',
    'She is back in exploitation: find a way out for her',
  ),
  'record-death': words('Ölümü iki qurum təsdiq etməlidir', 'Two bodies must put the death on record'),
  'follow-up': words('İzləmə vaxtı çatdı', 'Follow-up is due'),
  'late-entry': words('Gec daxil edilmiş qeyd', 'Entry made late'),
} as const satisfies Record<string, Words>;
export type TaskCode = keyof typeof taskLabels;

/** What a body is told of, without any personal data. */
export const noticeLabels = {
  'handoff-sent': words('Yeni ötürmə', 'New handoff'),
  'handoff-accepted': words('Ötürmə qəbul edildi', 'Handoff accepted'),
  'handoff-declined': words('Ötürmə qəbul edilmədi', 'Handoff declined'),
  'handoff-redirected': words('Ötürmə başqa quruma yönəldildi', 'Handoff redirected'),
  'handoff-withdrawn': words('Ötürmə geri götürüldü', 'Handoff withdrawn'),
  'handoff-outcome': words('Ötürmənin nəticəsi bildirildi', 'Outcome of the handoff reported'),
  'handoff-overdue': words('Ötürməyə cavab gecikir', 'Handoff waits for an answer'),
  'decision-proposed': words('Qərar ikinci şəxsi gözləyir', 'A proposal waits for a second person'),
  'proposal-returned': words(
    'Təklif ikinci şəxs tərəfindən qaytarıldı',
    'The second person returned the proposal',
  ),
  'decision-made': words('Müəyyənetmə üzrə qərar qəbul edildi', 'The identification was decided'),
  'representative-appointed': words('Uşağın nümayəndəsi təyin edildi', 'The child has a representative'),
  'representative-suspended': words(
    'Uşağın nümayəndəsi kənarlaşdırıldı',
    "The child's representative was suspended",
  ),
  'commission-decided': words('Komissiya qərar qəbul etdi', 'The commission on minors decided'),
  'age-assessed': words('Yaşa dair rəy verildi', 'Age was assessed'),
  'person-missing': words('Şəxs itkin düşüb', 'The person is missing'),
  'person-found': words('İtkin düşmüş şəxs tapıldı', 'The missing person was found'),
  'bed-offered': words('Sığınacaqda yer təklif edildi', 'A shelter offers a bed'),
  'offer-accepted': words('Yer təklifi qəbul edildi', 'The offer of a bed was accepted'),
  'offer-refused': words('Şəxs təklif olunan yerdən imtina etdi', 'The person refused the bed'),
  'did-not-arrive': words('Şəxs sığınacağa gəlib çıxmadı', 'The person did not arrive at the shelter'),
  'person-admitted': words('Şəxs sığınacağa yerləşdirildi', 'The person was admitted to the shelter'),
  'person-returned': words('İtkin düşmüş şəxs qayıtdı', 'The missing person came back'),
  'stay-over': words('Şəxs sığınacaqdan çıxdı', 'The person left the shelter'),
  'age-in-doubt': words('Yaşla bağlı şübhə qeyd olundu', 'Doubt about age was recorded'),
} as const satisfies Record<string, Words>;
export type NoticeCode = keyof typeof noticeLabels;

export const task = (bodyId: Uuid | null | undefined, code: TaskCode): readonly Ask[] =>
  bodyId ? [{ type: 'openTask', bodyId, code }] : [];

export const done = (...codes: TaskCode[]): readonly Ask[] =>
  codes.map((code) => ({ type: 'closeTask', code }));

export const notice = (
  bodyId: Uuid | null | undefined,
  template: NoticeCode,
  handoffId?: Uuid,
): readonly Ask[] => (bodyId ? [{ type: 'notify', bodyId, template, ...(handoffId && { handoffId }) }] : []);
