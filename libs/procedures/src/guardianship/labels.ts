import { words, type Words } from '#libs/vocabulary';

export const label = words('Qəyyumluq və himayə', 'Guardianship and trusteeship');

export const states = {
  notified: words('orqana bildirilib', 'body notified'),
  accepted: words('orqan qəbul edib', 'accepted by the body'),
  interimRepresented: words('müvəqqəti nümayəndəsi var', 'has an interim representative'),
  parentsRepresent: words('valideynləri təmsil edir', 'represented by the parents'),
  guardianAppointed: words('qəyyum və ya himayəçi təyin edilib', 'guardian or trustee appointed'),
  monitoring: words('monitorinq aparılır', 'under monitoring'),
  ended: words('başa çatıb', 'ended'),
} as const satisfies Record<string, Words>;

/** Guardian for a young child, trustee for an older one; the boundary age is dated configuration. */
export const appointments = {
  guardian: words('qəyyum', 'guardian'),
  trustee: words('himayəçi', 'trustee'),
} as const;

export const relationsToChild = {
  relative: words('qohum', 'relative'),
  fosterCarer: words('foster tərbiyəçi', 'foster carer'),
  socialWorker: words('sosial işçi', 'social worker'),
  lawyer: words('vəkil', 'lawyer'),
  official: words('qəyyumluq orqanının əməkdaşı', 'officer of the guardianship body'),
  institution: words('uşaq müəssisəsi', 'institution for children'),
} as const;

export const parents = {
  mother: words('ana', 'mother'),
  father: words('ata', 'father'),
} as const;

export const suspects = {
  ...parents,
  otherRelative: words('başqa qohum', 'other relative'),
} as const;

export const familyOutcomes = {
  safe: words('təhlükəsizdir', 'safe'),
  unsafe: words('təhlükəlidir', 'not safe'),
  unclear: words('hələ aydın deyil', 'not clear yet'),
} as const;

/** What the determination is made for. */
export const interestsIn = {
  representation: words('nümayəndənin təyini', 'who represents the child'),
  familyReturn: words('ailəyə qaytarılma', 'return to the family'),
  placement: words('yaşayış yeri', 'where the child lives'),
  ending: words('qəyyumluğun başa çatması', 'end of guardianship'),
} as const;

export const whyNotHeard = {
  tooYoung: words('yaşı azdır', 'too young'),
  unable: words('vəziyyəti imkan vermir', 'not able to'),
  missing: words('itkin düşüb', 'missing'),
  unwilling: words('danışmaq istəmir', 'does not want to speak'),
} as const;

export const suspensionReasons = {
  conflict: words('maraqlar toqquşması', 'conflict of interest'),
  harm: words('uşağa zərər', 'harm to the child'),
  neglect: words('vəzifənin yerinə yetirilməməsi', 'neglect of duty'),
  suspicion: words('cinayətdə şübhə', 'suspicion of a crime'),
  ownWish: words('öz xahişi', 'own wish'),
  childAsks: words('uşağın xahişi', 'the child asks'),
} as const;

export const commissionQuestions = {
  careAndEducation: words('tərbiyə və təhsil', 'care and education'),
  parentalRights: words('valideynlik hüquqları', 'parental rights'),
  rehabilitation: words('sosial reabilitasiya', 'social rehabilitation'),
  placement: words('yerləşdirmə', 'placement'),
} as const;

export const commissionDecisions = {
  measuresOrdered: words('tədbir görülməsi qərara alınıb', 'measures ordered'),
  rehabilitationPlan: words('reabilitasiya planı təsdiq edilib', 'rehabilitation plan approved'),
  referredToCourt: words('məhkəməyə göndərilib', 'referred to the court'),
  noMeasures: words('tədbirə ehtiyac yoxdur', 'no measures needed'),
} as const;

export const visitOutcomes = {
  well: words('uşaq yaxşıdır', 'the child is well'),
  concern: words('narahatlıq doğurur', 'concern'),
  danger: words('təhlükə var', 'in danger'),
  notMet: words('uşaqla görüşmək mümkün olmayıb', 'the child was not met'),
} as const;

export const visitors = {
  guardianshipBody: words('qəyyumluq və himayə orqanı', 'guardianship body'),
  monitoringGroup: words('monitorinq qrupu', 'monitoring group'),
  school: words('məktəb', 'school'),
  health: words('səhiyyə', 'health'),
} as const;

/** Support after the age of majority (13.5.3). */
export const transitionServices = {
  housing: words('mənzil', 'housing'),
  legal: words('sosial-hüquqi xidmət', 'socio-legal service'),
  psychological: words('sosial-psixoloji xidmət', 'socio-psychological service'),
  counselling: words('sosial-məsləhət yardımı', 'social counselling'),
  education: words('təhsil', 'education'),
  employment: words('məşğulluq', 'employment'),
} as const;

export const endReasons = {
  adult: words('yetkinlik yaşına çatıb', 'came of age'),
  assessedAdult: words('yetkin olduğu müəyyən edilib', 'assessed as an adult'),
  leftCountry: words('ölkəni tərk edib', 'left the country'),
  deceased: words('vəfat edib', 'died'),
  transferredToDistrict: words('başqa rayona verilib', 'transferred to another district'),
} as const;
