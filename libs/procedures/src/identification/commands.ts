import { firstLineRoles, supportRoles, words, type CommandSpec, type Role } from '#libs/vocabulary';
import type { PlanLink } from '#libs/plan';
import { legal } from '../legal.js';
import { fromSource, identificationRules, needToKnow, nothingAgainstWill, oneSystem } from '../links.js';
import {
  anotherBodyForChild,
  attemptsNamed,
  mainDepartmentOnly,
  noConflict,
  notForChild,
  notRunsShelter,
  proposerOnly,
  reasonsPerDimension,
  secondPerson,
  withRepresentative,
} from '../rules/index.js';
import { isChild } from '../circumstances.js';
import * as then from './consequences.js';
import * as rule from './rules.js';
import * as data from './schemas.js';

type Spec = CommandSpec<PlanLink>;

const firstLine: readonly Role[] = firstLineRoles;
const decisionMade = { measure: '13.3.6', relation: 'fulfils' } as const;
const legalBasis = [legal.indicators, legal.identify];
const plain = { rules: [], links: [identificationRules], legalBasis } as const;
const byClock = { ...plain, by: 'clock', schema: data.nothing } as const;
const mainDepartmentDecides = [mainDepartmentOnly, noConflict, notRunsShelter] as const;

const screening = {
  signal: {
    ...plain,
    label: words('Siqnalı qeydə almaq', 'Register the signal'),
    past: words('Siqnal qeydə alındı', 'Signal registered'),
    by: 'rulebook',
    schema: data.nothing,
    derive: then.duty,
  },
  recordIndicators: {
    ...plain,
    label: words('Göstəriciləri qeyd etmək', 'Record indicators'),
    past: words('Göstəricilər qeyd edildi', 'Indicators recorded'),
    by: firstLine,
    schema: data.recordIndicatorsData,
    links: [
      fromSource('13.2.9', 'onlineMonitoring'),
      {
        measure: '13.2.4',
        relation: 'fulfils',
        when: ({ view, data: given }) => isChild(view) && given['childTakenFromLabour'] === true,
      },
      identificationRules,
    ],
    derive: then.advice,
    then: then.indicatorsRecorded,
  },
  presume: {
    ...plain,
    label: words('Ehtimal olunan qurban saymaq', 'Presume a victim'),
    past: words('Şəxs ehtimal olunan qurban sayıldı', 'The person was presumed a victim'),
    by: firstLine,
    schema: data.presumeData,
    links: [
      fromSource('13.2.1', 'hotline'),
      fromSource('13.2.5', 'jointInspection', 'labourInspection'),
      identificationRules,
    ],
    legalBasis: [legal.reasonableGrounds, legal.referIn24Hours],
    then: then.presumed,
    neverBlocked: true,
  },
  rejectIndication: {
    ...plain,
    label: words('Rədd etməyi təklif etmək', 'Propose to reject the indication'),
    past: words('Əlamətin rəddi təklif edildi', 'Rejection of the indication proposed'),
    by: firstLine,
    schema: data.rejectIndicationData,
    rules: [rule.neverPresumed, rule.screeningBody, rule.indicatorsRecorded, noConflict],
    then: then.rejectionProposed,
  },
  confirmRejection: {
    ...plain,
    label: words('Rəddi təsdiq etmək', 'Confirm the rejection'),
    past: words('Əlamət aşkar edilmədi', 'No indication found'),
    by: [...firstLine, 'reviewer', 'supervisor', 'coordinator'],
    schema: data.confirmData,
    rules: [rule.neverPresumed, secondPerson, anotherBodyForChild, noConflict],
    then: then.secondReading,
  },
  returnRejection: {
    ...plain,
    label: words('Rəddi qaytarmaq', 'Return the rejection'),
    past: words('Rədd təklifi qaytarıldı', 'Proposed rejection returned'),
    by: [...firstLine, 'reviewer', 'supervisor', 'coordinator'],
    schema: data.returnData,
    rules: [secondPerson, anotherBodyForChild],
    then: then.secondReading,
  },
} satisfies Record<string, Spec>;

const refusing = {
  ...plain,
  links: [nothingAgainstWill, needToKnow],
  legalBasis: [legal.consensual, legal.againstNoWill],
} as const;

const refusal = {
  recordRefusal: {
    ...refusing,
    label: words('İmtinanı qeyd etmək', 'Record a refusal'),
    past: words('Şəxsin imtinası qeyd edildi', 'Refusal of the person recorded'),
    by: firstLine,
    schema: data.recordRefusalData,
    rules: [notForChild, rule.heardInPerson],
    then: then.refusalRecorded,
  },
  confirmRefusal: {
    ...refusing,
    label: words('İmtinanı təsdiq etmək', 'Confirm the refusal'),
    past: words('İmtina təsdiq edildi', 'Refusal confirmed'),
    by: firstLine,
    schema: data.confirmData,
    rules: [notForChild, secondPerson, noConflict],
    then: then.refusalConfirmed,
  },
  returnRefusal: {
    ...refusing,
    label: words('İmtinanı qaytarmaq', 'Return the refusal'),
    past: words('İmtina şəxsin iradəsi sayılmadı', 'Refusal found not to be her own'),
    by: firstLine,
    schema: data.returnData,
    rules: [secondPerson],
    then: then.refusalReturned,
  },
  resume: {
    ...refusing,
    label: words('Davam etmək', 'Resume'),
    past: words('Şəxs qayıtdı və razılıq verdi', 'The person came back'),
    by: firstLine,
    schema: data.resumeData,
    rules: [rule.refusalOnRecord],
    derive: then.referralOwed,
    then: then.resumed,
  },
} satisfies Record<string, Spec>;

const assessment = {
  beginAssessment: {
    ...plain,
    label: words('Qiymətləndirməyə başlamaq', 'Begin the assessment'),
    past: words('Qiymətləndirmə başladı', 'Assessment began'),
    by: ['investigator'],
    schema: data.beginAssessmentData,
    rules: mainDepartmentDecides,
  },
  inviteParticipant: {
    ...plain,
    label: words('İştirakçı dəvət etmək', 'Invite a participant'),
    past: words('Qiymətləndirməyə iştirakçı dəvət edildi', 'Participant invited to the assessment'),
    by: ['investigator', 'reviewer'],
    schema: data.inviteParticipantData,
    rules: [rule.knownParticipant],
    links: [identificationRules, oneSystem],
    then: then.participantInvited,
  },
  recordInterview: {
    ...plain,
    label: words('Müsahibəni qeyd etmək', 'Record an interview'),
    past: words('Müsahibə qeyd edildi', 'Interview recorded'),
    by: [...supportRoles, 'investigator', 'lawyer', 'guardianshipOfficer', 'consularOfficer'],
    schema: data.recordInterviewData,
    rules: [withRepresentative, rule.interpreted],
    legalBasis: [...legalBasis, legal.unaccompaniedChild],
  },
  proposeDecision: {
    ...plain,
    label: words('Qərar təklif etmək', 'Propose a decision'),
    past: words('Qərar təklif edildi', 'Decision proposed'),
    by: ['investigator'],
    schema: data.proposeDecisionData,
    rules: [...mainDepartmentDecides, rule.negativeAfterFloor, reasonsPerDimension],
    legalBasis: [...legalBasis, legal.reflection],
  },
  withdrawProposal: {
    ...plain,
    label: words('Təklifi geri götürmək', 'Withdraw the proposal'),
    past: words('Qərar təklifi geri götürüldü', 'Proposal withdrawn'),
    by: ['investigator'],
    schema: data.confirmData,
    rules: [proposerOnly],
  },
  returnDecision: {
    ...plain,
    label: words('Təklifi qaytarmaq', 'Return the proposal'),
    past: words('Qərar təklifi qaytarıldı', 'Proposed decision returned'),
    by: ['investigator'],
    schema: data.returnData,
    rules: [mainDepartmentOnly, secondPerson],
  },
  confirmDecision: {
    ...plain,
    label: words('Qərarı təsdiq etmək', 'Confirm the decision'),
    past: words('Müəyyənetmə üzrə qərar qəbul edildi', 'Identification decided'),
    by: ['investigator'],
    schema: data.confirmData,
    rules: [...mainDepartmentDecides, secondPerson, rule.negativeAfterFloor],
    links: [decisionMade, identificationRules],
    legalBasis: [...legalBasis, legal.reflection],
    then: then.decided,
  },
  recordExternalDecision: {
    ...plain,
    label: words('Kənar qərarı qeyd etmək', 'Record an external decision'),
    past: words('Kənar orqanın qərarı qeyd edildi', 'Decision of another authority recorded'),
    by: ['investigator', 'prosecutor', 'lawyer', 'consularOfficer'],
    schema: data.recordExternalDecisionData,
    links: [
      {
        ...decisionMade,
        when: ({ to, data: given }) => to === 'identified' && given['outcome'] === 'recognised',
      },
      identificationRules,
    ],
    then: then.recognised,
  },
} satisfies Record<string, Spec>;

const reconsideration = {
  informOfDecision: {
    ...plain,
    label: words('Qərar barədə məlumat vermək', 'Inform of the decision'),
    past: words('Şəxsə qərar barədə məlumat verilməsi qeyd edildi', 'Informing of the decision recorded'),
    by: firstLine,
    schema: data.informOfDecisionData,
    rules: [attemptsNamed],
    then: then.told,
  },
  requestReconsideration: {
    ...plain,
    label: words('Yenidən baxılmasını istəmək', 'Request reconsideration'),
    past: words('Qərara yenidən baxılması istənildi', 'Reconsideration requested'),
    by: [...firstLine, 'ombudsman'],
    schema: data.requestReconsiderationData,
    rules: [rule.windowOpen],
    then: then.reconsiderationRequested,
  },
  recordOpinion: {
    ...plain,
    label: words('Rəy bildirmək', 'Give an opinion'),
    past: words('Başqa sektorun rəyi qeyd edildi', 'Opinion of the other sector recorded'),
    by: [
      ...supportRoles,
      'guardianshipOfficer',
      'healthWorker',
      'lawyer',
      'consularOfficer',
      'commissionMember',
    ],
    schema: data.recordOpinionData,
    rules: [rule.tookNoPart, rule.otherSector, noConflict],
  },
  decideReconsideration: {
    ...plain,
    label: words('Yenidən qərar vermək', 'Decide the reconsideration'),
    past: words('Yenidən baxılma üzrə qərar qəbul edildi', 'Reconsideration decided'),
    by: ['reviewer'],
    schema: data.decideReconsiderationData,
    rules: [
      rule.tookNoPart,
      rule.opinionOfOtherSector,
      noConflict,
      rule.negativeAfterFloor,
      reasonsPerDimension,
    ],
    links: [decisionMade, identificationRules],
    legalBasis: [...legalBasis, legal.reflection],
    then: then.reconsidered,
  },
} satisfies Record<string, Spec>;

const byRulebook = {
  returnForAgeDoubt: {
    ...plain,
    label: words('Yaş şübhəsinə görə yoxlamaya qaytarmaq', 'Return to screening for doubt about age'),
    past: words('Yaş şübhəsinə görə ilkin yoxlamaya qaytarıldı', 'Returned to screening: age in doubt'),
    by: 'rulebook',
    schema: data.nothing,
    legalBasis: [legal.presumeChild],
    derive: then.referralOwed,
    then: then.returnedForAge,
  },
  discontinue: {
    ...plain,
    label: words('Dayandırmaq', 'Discontinue'),
    past: words('Müəyyənetmə dayandırıldı', 'Identification discontinued'),
    by: 'rulebook',
    schema: data.nothing,
  },
  screeningPassed: {
    ...byClock,
    label: words('İlkin yoxlama müddəti keçdi', 'The time for screening passed'),
    past: words('İlkin yoxlama vaxtında bitmədi', 'Screening was not finished in time'),
    then: then.screeningOverdue,
  },
  referralToMainDepartmentPassed: {
    ...byClock,
    label: words('Baş İdarəyə göndərmə müddəti keçdi', 'The time to refer passed'),
    past: words('Baş İdarəyə vaxtında göndərilmədi', 'Not referred to the Main Department in time'),
    legalBasis: [legal.referIn24Hours],
    then: then.referralOverdue,
  },
  secondOfficerPassed: {
    ...byClock,
    label: words('İkinci əməkdaşın müddəti keçdi', 'The time of the second officer passed'),
    past: words('İkinci əməkdaş vaxtında cavab vermədi', 'The second officer did not answer in time'),
    then: then.secondOverdue,
  },
  reconsiderationPassed: {
    ...byClock,
    label: words('Yenidən baxılma müddəti keçdi', 'The time for reconsideration passed'),
    past: words('Yenidən baxılma vaxtında bitmədi', 'Reconsideration was not decided in time'),
    then: then.reconsiderationOverdue,
  },
  refusalGuardPassed: {
    ...byClock,
    label: words('Məhvdən əvvəl gözləmə bitdi', 'The guard before shredding ended'),
    past: words('Məhvdən əvvəl gözləmə müddəti bitdi', 'The guard before shredding ended'),
    links: [needToKnow],
    legalBasis: [legal.privacy],
    derive: then.guardAgainstFloor,
    then: then.shredded,
  },
} satisfies Record<string, Spec>;

export const commands: Readonly<Record<string, Spec>> = {
  ...screening,
  ...refusal,
  ...assessment,
  ...reconsideration,
  ...byRulebook,
};
